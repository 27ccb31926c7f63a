// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/authorizationcodes.h"
#include "demo/server/client.h"
#include "demo/server/login.h"

namespace demo {

/// The authorization endpoint (RFC 6749 §3.1): asks the person whether the application may have access.
class AuthorizationPages
{
public:
    AuthorizationPages(const Client &client, AuthorizationCodes &codes, const Login &login);

    /// `GET` shows the login form, or the question if the person is logged in. `POST` answers the question.
    loopback::Response authorize(const loopback::Request &request);

private:
    loopback::Response consentPage(const AuthorizationRequest &asked, const Login::BrowserSession &session,
                                   const QUrl &here) const;
    loopback::Response decide(const AuthorizationRequest &asked, const QString &login, const QUrlQuery &form);

    const Client m_client;
    AuthorizationCodes &m_codes;
    const Login &m_login;
};

} // namespace demo
