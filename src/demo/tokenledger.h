// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace demo {

/// Which tokens have been given out and still work. Keeps hashes only, as a server should, and survives a restart by a
/// file where one is named.
class TokenLedger
{
public:
    struct Lifetimes
    {
        std::chrono::seconds access; ///< 0: for ever, and without a refresh token.
        std::chrono::seconds refresh;
    };

    /// What is handed to the client.
    struct Issued
    {
        QString accessToken;
        QString refreshToken; ///< Empty where there is none.
        QStringList scopes;
    };

    TokenLedger(const QString &file, const Lifetimes &lifetimes);

    const Lifetimes &lifetimes() const { return m_lifetimes; }

    /// Tokens for a new grant, which an authorization code has brought.
    Issued issue(const QString &code, const QStringList &scopes);

    /// New tokens for a refresh token, which is used up, and kills the access token before it; nothing where it does
    /// not work (any more).
    std::optional<Issued> refresh(const QString &refreshToken, bool rotates);

    /// The scopes of an access token; nothing where it does not work.
    std::optional<QStringList> scopesOf(const QString &accessToken) const;

    /// Ends the whole grant that a token, or its authorization code, belongs to; false where none does.
    bool revoke(const QString &tokenOrCode);
    void revokeAll();
    void expireAccessTokens();

    int liveTokenCount() const;

private:
    struct Grant
    {
        QString codeHash;
        QString accessHash;
        QDateTime accessExpiry; ///< Invalid: never.
        QString refreshHash;
        QDateTime refreshExpiry;
        QStringList scopes;
    };

    Issued renew(Grant &grant, bool withRefreshToken);
    void load();
    void save() const;

    const QString m_file;
    const Lifetimes m_lifetimes;
    QList<Grant> m_grants;
};

} // namespace demo
