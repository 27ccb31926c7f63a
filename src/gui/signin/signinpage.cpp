// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinpage.h"

#include "oauth/errorcodes.h"

SignInPage pageFor(const SignInSituation &situation)
{
    if (situation.state != Session::State::SignedOut)
        return situation.isConfirming ? SignInPage::Confirm : SignInPage::Progress;
    if (situation.opened)
        return *situation.opened;
    if (isCodeExpired(situation))
        return SignInPage::Progress;
    if (situation.error && situation.lastWay == SignInWay::Token)
        return SignInPage::Token;
    if (!situation.isProviderChosen && !situation.error)
        return SignInPage::Welcome;
    return situation.hasWays ? SignInPage::Ways : SignInPage::Connect;
}

bool isCodeExpired(const SignInSituation &situation)
{
    return situation.state == Session::State::SignedOut && situation.error
        && situation.error->code == oauth::errorcode::expiredToken;
}
