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

/// True if the error of a refresh means that the person must sign in again: `invalid_grant` (RFC 6749 §5.2), GitHub's
/// `bad_refresh_token`, or the `id_token` of another person.
bool endsSession(const Error &error);

} // namespace oauth
