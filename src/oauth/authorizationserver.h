// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/clientauthmethod.h"

#include <QStringList>
#include <QUrl>

namespace oauth {

/// An authorization server as far as it is known; names from RFC 8414 §2. Unknown URLs are empty.
struct AuthorizationServer
{
    QUrl issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl deviceAuthorizationEndpoint;
    QUrl revocationEndpoint;
    QUrl userinfoEndpoint;

    /// GitHub's substitute for a revocation endpoint: `DELETE /applications/{client_id}/token` of its REST API, which
    /// needs a client secret. This is the URL up to "/applications".
    QUrl applicationsEndpoint;

    /// How the server wants a client with a secret to authenticate, at the token endpoint and the device authorization
    /// endpoint; nothing if it has not said, or takes both.
    std::optional<ClientAuthMethod> tokenAuthMethod;
    /// The same for the revocation endpoint, if it takes only one method.
    std::optional<ClientAuthMethod> revocationAuthMethod;

    /// Supported values of `prompt` (Initiating User Registration §3); empty if unknown.
    QStringList promptValues;

    /// True if every authorization response names its issuer (RFC 9207 §3).
    bool namesIssuerInResponse = false;

    /// The issuer for comparison, without normalization (RFC 9207 §2.4, OpenID Connect Discovery §4.3).
    QString issuerText() const { return issuer.toString(QUrl::FullyEncoded); }
};

} // namespace oauth
