// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/codeflow.h"
#include "oauth/tokenset.h"
#include "result/answering.h"

namespace oauth {

/// Exchanges a refresh token for new tokens (RFC 6749 §6), once. Deleting it abandons the request; the server may
/// nevertheless have used the refresh token up.
class Refresh : public QObject
{
    Q_OBJECT

public:
    Refresh(const AuthorizationServer &server, const ClientRegistration &client, const TokenSet &tokens,
            const http::AnswerLimits &limits = {});

    /// Answers with the tokens from now on: where the server sent no new refresh token, the old one stays.
    /// Denied: endsSession() tells whether the refresh token is of no use any more.
    void start(QObject *context, Receiver<TokenSet> receiver);

private:
    void readTokens(const Result<TokenSet> &received);

    const AuthorizationServer m_server;
    const ClientRegistration m_client;
    const TokenSet m_tokens;
    CodeFlow m_flow;
    Answering<TokenSet> m_answering;
};

/// True when the answer to a refresh means that the person must sign in again: `invalid_grant` (RFC 6749 §5.2),
/// `bad_refresh_token` as GitHub has it, or an `id_token` of somebody else.
bool endsSession(const Error &error);

} // namespace oauth
