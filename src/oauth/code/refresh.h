// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/codeflow.h"
#include "oauth/tokenset.h"
#include "result/answering.h"

namespace oauth {

/// Exchanges a refresh token for new tokens (RFC 6749 §6), once. Deleting it abandons the request, but the server may
/// already have consumed the refresh token.
class Refresh : public QObject
{
    Q_OBJECT

public:
    Refresh(const AuthorizationServer &server, const ClientRegistration &client, const TokenSet &tokens,
            const http::AnswerLimits &limits = {});

    /// Answers with the new tokens, and with the old refresh token if the server sent no new one. endsSession() tells
    /// whether an error means that the refresh token is useless. Errors are those of CodeFlow::refresh(), and Denied
    /// "id_token".
    void start(QObject *context, Receiver<TokenSet> receiver);

private:
    void readTokens(const Result<TokenSet> &received);

    const AuthorizationServer m_server;
    const ClientRegistration m_client;
    const TokenSet m_tokens;
    CodeFlow m_flow;
    Answering<TokenSet> m_answering;
};

/// True if the error of a refresh means that the refresh token is useless: `invalid_grant` (RFC 6749 §5.2), GitHub's
/// `bad_refresh_token`, or isOwnRefusal().
bool endsSession(const Error &error);

/// True if Latchkey has refused the answer, not the server: the `id_token` of another person.
bool isOwnRefusal(const Error &error);

/// True if the server issues no new tokens before the person has signed in again: `interaction_required`, `login_required`,
/// `consent_required` and `account_selection_required` (OpenID Connect Core §3.1.2.6), `unmet_authentication_requirements`
/// (its extension of that name), `insufficient_user_authentication` (RFC 9470), `mfa_required` and `access_denied`. The tokens
/// that it has issued are good until they expire.
bool needsPerson(const Error &error);

/// True if the token endpoint itself has refused the refresh token, in words that Latchkey does not know (`token_expired`), or
/// without any: 400, 401, or a success without a token. A refused client is no refused token, and can be repaired; `slow_down`
/// passes.
bool isUnexplained(const Error &error);

/// True if the refresh token is as good as before: the server has refused it, or the request cannot have reached the server. A
/// SOCKS proxy that breaks off afterwards is "proxy" alone.
bool isUnspent(const Error &error);

/// True if a status alone refuses, such as 403 or 404. The front end of a server answers so, too, while it is being replaced,
/// and so does a filter.
bool isStatusAlone(const Error &error);

} // namespace oauth
