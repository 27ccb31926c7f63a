// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace oauth {

/// The tokens of one token response (RFC 6749 §5.1). Times are UTC; an invalid time is not known.
struct TokenSet
{
    QString accessToken;
    QString refreshToken; ///< Empty where there is none.
    QStringList scopes; ///< What was granted.
    QDateTime obtainedAt;
    QDateTime expiresAt; ///< Invalid: the access token does not expire.
    QDateTime refreshExpiresAt;
    QString idToken; ///< As it came with these tokens; empty where none did. Never stored.
    QString subject; ///< Who the validated ID token is about (OpenID Connect Core §2); empty where there was none.
    bool isPersonalAccessToken = false; ///< The person has brought the access token: it is theirs, and not ours to revoke.

    bool isRefreshable() const { return !refreshToken.isEmpty(); }
};

} // namespace oauth
