// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QUrl>

namespace oauth {

/// What is known of an authorization server; names from RFC 8414 §2. Empty URLs are not known.
struct AuthorizationServer
{
    QUrl issuer;
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl deviceAuthorizationEndpoint;
    QUrl revocationEndpoint;
    QUrl userinfoEndpoint;

    /// GitHub's way to revoke, where there is no revocation endpoint: `DELETE /applications/{client_id}/token` of its
    /// REST API, which needs a client secret. This is the URL up to "/applications".
    QUrl applicationsEndpoint;

    /// What the metadata name as values of `prompt` (Initiating User Registration §3); empty where that is not known.
    QStringList promptValues;

    /// True when every authorization response names its issuer (RFC 9207 §3).
    bool namesIssuerInResponse = false;

    /// The issuer as it is compared, so that nothing is normalised away (RFC 9207 §2.4, OpenID Connect Discovery §4.3).
    QString issuerText() const { return issuer.toString(QUrl::FullyEncoded); }
};

} // namespace oauth
