// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/tokenset.h"
#include "result/result.h"

namespace oauth {

/// What an ID token is held against. What is empty is not looked at, except for the first two.
struct IdTokenExpectation
{
    QString issuer; ///< As text: nothing is normalised away.
    QString clientId;
    QString nonce = {}; ///< Of the authorization request.
    QString subject = {}; ///< Of the ID token before.
    QDateTime now = {}; ///< Invalid: the clock does not count.
};

/// An ID token that has been validated (OpenID Connect Core §3.1.3.7): it comes from the issuer, is for us, belongs to
/// this attempt and is current.
///
/// Its signature is not checked: the token has come from the token endpoint itself, over TLS, and not by way of the
/// browser; §3.1.3.7 item 6 lets the TLS server validation stand for the signature in that case. One that says it has
/// none, or has one of a kind that is not meant for public clients, is refused nevertheless.
struct IdToken
{
    QString subject;

    /// Denied "id_token", with the claim or header that is wrong as its detail. Clocks may differ by five minutes.
    static Result<IdToken> read(const QString &token, const IdTokenExpectation &expected);
};

/// True where the client asks to know who the person is (OpenID Connect Core §3.1.2.1).
bool asksForIdToken(const ClientRegistration &client);

/// The tokens of a grant with the subject of their ID token. An ID token must come where it was asked for and the issuer
/// is known; without an issuer there is nothing to hold it against, and the userinfo endpoint says who it is.
Result<TokenSet> withSubject(const Result<TokenSet> &tokens, const AuthorizationServer &server,
                             const ClientRegistration &client, const QString &nonce = {});

/// The tokens of a refresh, which stay those of the person before (§12.2). An ID token need not come.
Result<TokenSet> withSubjectOf(const TokenSet &before, const Result<TokenSet> &tokens, const AuthorizationServer &server,
                               const ClientRegistration &client);

} // namespace oauth
