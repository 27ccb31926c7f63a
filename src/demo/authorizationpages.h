// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/authorizationcodes.h"
#include "demo/client.h"
#include "loopback/httpmessage.h"

#include <QHash>

namespace demo {

/// The pages of the authorization endpoint: the login form, and the question whether the application may have access.
class AuthorizationPages
{
public:
    AuthorizationPages(const Client &client, AuthorizationCodes &codes);

    static QString userName();
    static QString password();

    /// `GET` shows the login form or the question; `POST` is the answer to the question (RFC 6749 §4.1.1).
    loopback::Response authorize(const loopback::Request &request);

    /// The login form comes back here, and leads on to where it came from.
    loopback::Response logIn(const loopback::Request &request);

private:
    loopback::Response loginPage(const QString &returnTo, const QString &typedLogin, const QString &trouble) const;
    loopback::Response consentPage(const AuthorizationRequest &asked, const QString &csrfToken) const;
    loopback::Response decide(const AuthorizationRequest &asked, const QUrlQuery &form);
    QString csrfTokenOf(const loopback::Request &request) const;

    const Client m_client;
    AuthorizationCodes &m_codes;
    QHash<QString, QString> m_csrfTokens; ///< By browser session.
};

} // namespace demo
