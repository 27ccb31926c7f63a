// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

#include <QString>

#include <variant>

/// By a page that is shown: the authorization code grant.
struct ByUserAgent
{
    oauth::UserAgent *userAgent; ///< Must outlive the attempt.
};

/// By a code that the person types on a page that they open where they like: the device grant.
struct ByDeviceCode
{};

/// By a token that the person has brought, such as a personal access token of GitHub.
struct ByToken
{
    QString token;
};

using SignInMethod = std::variant<ByUserAgent, ByDeviceCode, ByToken>;

/// What is asked of an attempt to sign in.
struct SignInRequest
{
    SignInMethod method;
    QString scope = {}; ///< Separated by spaces; empty: what the provider's file says.
    QString loginHint = {}; ///< Who is about to sign in, for the server's page; empty: nobody in particular.
    bool selectAccount = false; ///< The server's page asks for the account even where one is signed in there.
};
