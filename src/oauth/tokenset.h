// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/clientauthmethod.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace oauth {

/// The tokens of one token response (RFC 6749 §5.1). Times are UTC; an invalid time is unknown.
struct TokenSet
{
    QString accessToken;
    QString refreshToken; ///< Empty if there is none.
    QStringList scopes; ///< Granted scopes.
    QDateTime obtainedAt;
    QDateTime expiresAt; ///< Invalid: the access token does not expire.
    QDateTime refreshExpiresAt;
    QString idToken; ///< Of the same response; empty if there was none. Never stored.
    QString subject; ///< Of the validated ID token (OpenID Connect Core §2); empty if there was none.
    /// How the client authenticated for them; nothing for one without a secret.
    std::optional<ClientAuthMethod> authMethod = std::nullopt;
    bool isPersonalAccessToken = false; ///< The person made the access token, so it is not ours to revoke.
    bool isFromGitHubCli = false; ///< The same, and GitHub CLI uses it too.

    bool isRefreshable() const { return !refreshToken.isEmpty(); }
};

} // namespace oauth
