// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/clientauthmethod.h"

#include <QString>

namespace oauth {

/// How the client is registered at the authorization server (RFC 6749 §2).
struct ClientRegistration
{
    QString clientId;
    QString clientSecret; ///< Empty for a public client, such as a desktop application (RFC 8252 §8.5).
    /// How the client is registered to authenticate, or has authenticated; nothing: as the server says.
    std::optional<ClientAuthMethod> authMethod = std::nullopt;
    QString scope; ///< Requested scopes, separated by spaces.
    QString redirectPath; ///< Of the redirect URI http://127.0.0.1:PORT/…
    quint16 redirectPort = 0; ///< 0 lets the system choose (RFC 8252 §7.3).
};

} // namespace oauth
