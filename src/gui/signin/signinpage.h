// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/session.h"

#include <optional>

/// The pages of the sign-in window.
enum class SignInPage {
    Welcome, ///< Asks where to sign in.
    Ways, ///< The ways to sign in.
    Token, ///< Takes a token that the person has made.
    Host, ///< Asks for another server.
    Connect, ///< Registers Latchkey at the server.
    Confirm, ///< Shows whose token it is, before it is kept.
    Progress, ///< The attempt under way, or a device code that has expired.
};

/// All that decides which page the sign-in window shows.
struct SignInSituation
{
    Session::State state = Session::State::SignedOut;
    bool hasWays = true; ///< Some way to sign in at the provider works.
    bool isProviderChosen = true; ///< The person, or the command line, has said where to sign in.
    bool isConfirming = false; ///< The attempt has stopped to be confirmed.
    std::optional<SignInWay> lastWay = {}; ///< Of the last attempt; nothing after the person has turned away from it.
    std::optional<Error> error = {}; ///< Of the last attempt; nothing after the person has turned away from it.
    std::optional<SignInPage> opened = {}; ///< Token, Host or Connect, after the person has opened it.
};

SignInPage pageFor(const SignInSituation &situation);

/// True if the code was the only way of the last attempt, and has expired.
bool isCodeExpired(const SignInSituation &situation);
