// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/tokenset.h"
#include "result/result.h"

namespace oauth {

/// What an ID token must say. Empty members are not checked, except `issuer` and `clientId`.
struct IdTokenExpectation
{
    QString issuer; ///< As text, because normalization would hide differences.
    QString clientId;
    QString nonce = {}; ///< Sent in the authorization request.
    QString subject = {}; ///< Named by the previous ID token.
    QDateTime now = {}; ///< Invalid: times are not checked.
};

/// A validated ID token (OpenID Connect Core §3.1.3.7): it comes from the issuer, is meant for us, belongs to this
/// attempt and is current.
///
/// The signature is not checked: the token comes directly from the token endpoint over TLS, not through the browser,
/// and §3.1.3.7 item 6 accepts TLS server validation instead. Tokens without a signature, or with an algorithm that
/// does not fit public clients, are refused all the same.
struct IdToken
{
    QString subject;

    /// Denied "id_token", with the wrong claim or header as its detail. Clocks may differ by five minutes.
    static Result<IdToken> read(const QString &token, const IdTokenExpectation &expected);
};

/// True if the client requests the scope `openid` (OpenID Connect Core §3.1.2.1).
bool asksForIdToken(const ClientRegistration &client);

/// The tokens of a grant, with the subject of their ID token. The ID token must be there if it was requested and the
/// issuer is known. Without a known issuer it cannot be checked, and the userinfo endpoint identifies the person.
Result<TokenSet> withSubject(const Result<TokenSet> &tokens, const AuthorizationServer &server,
                             const ClientRegistration &client, const QString &nonce = {});

/// The tokens of a refresh. An ID token may be absent, but must not name another person (§12.2). A text that is no ID token
/// counts as absent.
Result<TokenSet> withSubjectOf(const TokenSet &before, const Result<TokenSet> &tokens, const AuthorizationServer &server,
                               const ClientRegistration &client);

} // namespace oauth
