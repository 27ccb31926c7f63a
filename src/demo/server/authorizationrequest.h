// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/client.h"
#include "loopback/httpmessage.h"

#include <QStringList>
#include <QUrl>

#include <optional>
#include <variant>

namespace demo {

/// A valid authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3).
class AuthorizationRequest
{
public:
    /// The request in a query, or its refusal. A wrong client or redirect URI leads to a page, never to a redirect
    /// (RFC 6749 §4.1.2.1).
    static std::variant<AuthorizationRequest, loopback::Response> read(const QUrlQuery &query, const Client &client);

    /// As it was sent. The token request must repeat it exactly.
    const QString &redirectUri() const { return m_redirectUri; }
    QString redirectHost() const { return QUrl(m_redirectUri).authority(); }
    const QString &challenge() const { return m_challenge; }
    const QStringList &scopes() const { return m_scopes; }

    /// Redirect the browser to the application.
    loopback::Response grant(const QString &code) const;
    loopback::Response refuse(const char *error, const char *description) const;

private:
    using Parameters = QList<std::pair<const char *, QString>>;

    loopback::Response redirect(Parameters parameters) const;

    QString m_redirectUri;
    std::optional<QString> m_state;
    QString m_challenge;
    QStringList m_scopes;
};

/// A page that says why the request was refused.
loopback::Response refusalPage(const QString &reason);

} // namespace demo
