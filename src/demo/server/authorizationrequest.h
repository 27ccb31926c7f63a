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

/// An authorization request that is good (RFC 6749 §4.1.1, RFC 7636 §4.3).
class AuthorizationRequest
{
public:
    /// The request in a query, or how it is refused: errors about the client or its redirect URI by a page, never by a
    /// redirect (RFC 6749 §4.1.2.1).
    static std::variant<AuthorizationRequest, loopback::Response> read(const QUrlQuery &query, const Client &client);

    /// As it was sent: the token request must have the same, to the byte.
    const QString &redirectUri() const { return m_redirectUri; }
    QString redirectHost() const { return QUrl(m_redirectUri).authority(); }
    const QString &challenge() const { return m_challenge; }
    const QStringList &scopes() const { return m_scopes; }

    /// Sends the browser back to the application.
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

/// An HTML page that says why nothing is done.
loopback::Response refusalPage(const QString &reason);

} // namespace demo
