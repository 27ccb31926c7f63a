// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

namespace demo {

/// An authorization code that was given out, with what the token request must match.
struct CodeGrant
{
    QString redirectUri;
    QString challenge;
    QStringList scopes;
    QDateTime expiry;
};

/// The pages of the authorization endpoint: the login form, and the question whether the client may have access.
/// Hands out authorization codes (RFC 6749 §4.1, RFC 7636).
class AuthorizationPages
{
public:
    AuthorizationPages(const QString &clientId, const QString &redirectPath);

    static QString userName();
    static QString password();

    loopback::Response respond(const loopback::Request &request);

    /// The grant for a code, once.
    std::optional<CodeGrant> redeem(const QString &code);

private:
    /// An authorization request that is being answered.
    struct Asked
    {
        QUrl redirectUri;
        QString state;
        QString challenge;
        QStringList scopes;
    };

    std::variant<Asked, loopback::Response> check(const QUrlQuery &query) const;
    bool isOurRedirectUri(const QUrl &uri) const;
    loopback::Response logIn(const loopback::Request &request);
    loopback::Response loginPage(const loopback::Request &request, const QString &trouble) const;
    loopback::Response consentPage(const loopback::Request &request, const Asked &asked) const;
    loopback::Response decide(const Asked &asked, const QUrlQuery &form);
    QString browserSession(const loopback::Request &request) const;

    const QString m_clientId;
    const QString m_redirectPath;
    QHash<QString, QString> m_csrfTokens; ///< By browser session.
    QHash<QString, CodeGrant> m_codes;
};

} // namespace demo
