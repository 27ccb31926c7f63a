// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/web/clock.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <chrono>
#include <optional>

namespace demo {

/// The tokens that have been issued and still work. It keeps only their hashes, as a server should. With a file, it
/// survives a restart.
class TokenLedger
{
public:
    struct Policy
    {
        std::chrono::seconds accessLifetime; ///< 0: forever, and without a refresh token.
        std::chrono::seconds refreshLifetime;
        bool rotatesRefreshTokens = true;
        bool endsGrantOnReuse = false; ///< A refresh token that is used twice may be stolen (RFC 9700 §4.14.2).
    };

    /// What the client receives.
    struct Issued
    {
        QString accessToken;
        QString refreshToken; ///< Empty if there is no new one.
        QStringList scopes;
    };

    /// `file` may be empty: the ledger is then lost at the end.
    TokenLedger(const QString &file, const Policy &policy, Clock now = &QDateTime::currentDateTimeUtc);

    const Policy &policy() const { return m_policy; }

    /// Tokens for a new grant of this person, obtained with `code`. The oldest of more than ten grants is removed, as on GitHub.
    Issued issue(const QString &code, const QStringList &scopes, const QString &login = {});

    /// New tokens for a refresh token, in place of the grant's former ones; nothing if the refresh token does not work.
    std::optional<Issued> refresh(const QString &refreshToken);

    /// The scopes of an access token; nothing if it does not work.
    std::optional<QStringList> scopesOf(const QString &accessToken) const;

    /// Whose access token it is; empty if it does not work, or if an earlier version has issued it.
    QString loginOf(const QString &accessToken) const;

    /// Ends the grant that was obtained with a code.
    void revokeGrantOfCode(const QString &code);

    /// Ends the grant that a token belongs to; false if it belongs to none.
    bool revokeGrant(const QString &token);

    /// Ends a token: an access token alone, a refresh token with its whole grant (RFC 7009 §2.1).
    void revoke(const QString &token);

    /// Ends all grants.
    void revokeAll();

    /// How many access and refresh tokens still work.
    int liveTokenCount() const;

private:
    struct Grant
    {
        QString codeHash; ///< Not saved: codes are short-lived.
        QString accessHash; ///< Empty: revoked.
        QDateTime accessExpiry; ///< Invalid: never.
        QString refreshHash; ///< Empty: none.
        QDateTime refreshExpiry;
        QStringList usedRefreshHashes; ///< Only if `endsGrantOnReuse`.
        QStringList scopes;
        QString login;
    };

    bool isOver(const QDateTime &expiry) const;
    bool hasAccess(const Grant &grant) const;
    bool canRefresh(const Grant &grant) const;
    const Grant *grantOf(const QString &accessToken) const;
    Issued renew(Grant &grant, bool withRefreshToken);
    void endGrantOfUsed(const QString &refreshToken);
    void load();
    void save() const;
    static QJsonObject toJson(const Grant &grant);
    static Grant fromJson(const QJsonObject &entry);

    const QString m_file;
    const Policy m_policy;
    const Clock m_now;
    QList<Grant> m_grants;
};

} // namespace demo
