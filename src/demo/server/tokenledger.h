// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace demo {

/// Which tokens have been given out and still work. Keeps hashes only, as a server should, and survives a restart by a
/// file where one is named.
class TokenLedger
{
public:
    struct Policy
    {
        std::chrono::seconds accessLifetime; ///< 0: for ever, and without a refresh token.
        std::chrono::seconds refreshLifetime;
        bool rotatesRefreshTokens = true;
        bool endsGrantOnReuse = false; ///< A refresh token that comes again may be stolen (RFC 9700 §4.14.2).
    };

    /// What is handed to the client.
    struct Issued
    {
        QString accessToken;
        QString refreshToken; ///< Empty where there is none (new).
        QStringList scopes;
    };

    TokenLedger(const QString &file, const Policy &policy);

    const Policy &policy() const { return m_policy; }

    /// Tokens for a new grant, which an authorization code has brought. Where there are ten already the oldest goes, as
    /// at GitHub.
    Issued issue(const QString &code, const QStringList &scopes);

    /// New tokens for a refresh token, which is used up, and kills the access token before it; nothing where it does
    /// not work (any more).
    std::optional<Issued> refresh(const QString &refreshToken);

    /// The scopes of an access token; nothing where it does not work.
    std::optional<QStringList> scopesOf(const QString &accessToken) const;

    /// Ends the grant that a code has brought.
    void revokeGrantOfCode(const QString &code);

    /// Ends the grant that a token belongs to; false where it belongs to none.
    bool revokeGrant(const QString &token);

    /// Ends a token: an access token alone, a refresh token with its whole grant (RFC 7009 §2.1).
    void revoke(const QString &token);

    void revokeAll();
    void expireAccessTokens();

    /// Access and refresh tokens that still work.
    int liveTokenCount() const;

private:
    struct Grant
    {
        QString codeHash; ///< Not kept in the file: codes do not live that long.
        QString accessHash; ///< Empty: revoked.
        QDateTime accessExpiry; ///< Invalid: never.
        QString refreshHash; ///< Empty: there is none.
        QDateTime refreshExpiry;
        QStringList usedRefreshHashes; ///< Only where their reuse counts.
        QStringList scopes;

        bool hasAccess() const;
        bool canRefresh() const;
    };

    Issued renew(Grant &grant, bool withRefreshToken);
    void endGrantOfUsed(const QString &refreshToken);
    void load();
    void save() const;
    static QJsonObject toJson(const Grant &grant);
    static Grant fromJson(const QJsonObject &entry);

    const QString m_file;
    const Policy m_policy;
    QList<Grant> m_grants;
};

} // namespace demo
