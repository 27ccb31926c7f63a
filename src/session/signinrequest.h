// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"
#include "session/signinway.h"

#include <QString>

#include <functional>

/// What is asked of one attempt to sign in.
struct SignInRequest
{
    SignInWay way = SignInWay::DeviceCode;

    /// Shows the server's page. Null unless isByPage(way). Must outlive the attempt.
    oauth::UserAgent *userAgent = nullptr;

    QString token = {}; ///< With SignInWay::Token; otherwise empty.

    /// With SignInWay::GitHubCli: gives the token or an error. Otherwise null.
    std::function<void(QObject *context, const Receiver<QString> &receiver)> tokenSource = {};

    /// The attempt stops at SignIn::Step::Confirming before it stores anything. With SignInWay::GitHubCli it does so in any
    /// case if the token is not that of `loginHint`.
    bool needsConfirmation = false;

    QString scope = {}; ///< Separated by spaces; empty: what the provider's file says.
    QString loginHint = {}; ///< The login of the person who is to sign in, for the server's page; empty: anybody.
    bool selectAccount = false; ///< The server's page asks which account, even if one is signed in there.
};
