// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/parameters.h"
#include "http/strictaccessmanager.h"
#include "oauth/authorizationserver.h"
#include "oauth/clientauthentication.h"
#include "oauth/code/coderequests.h"
#include "oauth/code/pkce.h"
#include "oauth/tokenset.h"
#include "result/result.h"

#include <QUrl>

#include <memory>

namespace oauth {

/// The requests of one attempt (a grant or a refresh) to an authorization server, with a state of 256 bits, PKCE S256
/// and correctly encoded parameters. Qt's flow makes the requests, or TokenRequest in builds without Qt Network
/// Authorization. Deleting it abandons the request in flight.
class CodeFlow
{
public:
    /// An answer that names no scopes grants `requestedScope` (RFC 6749 §5.1).
    CodeFlow(const AuthorizationServer &server, const ClientRegistration &client, const QString &requestedScope,
             const http::AnswerLimits &limits = {});
    ~CodeFlow();

    /// Ties the answer to this attempt (RFC 6749 §10.12).
    QString state() const { return m_subject.state; }

    /// The authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3). Its answer arrives at `redirectUri`.
    QUrl authorizationRequest(const QString &redirectUri, const http::Parameters &extraParameters);

    /// Keeps a connection to the token endpoint ready for redeem() while the person takes their time.
    void keepConnected();

    /// Exchanges the code, decoded, for tokens (RFC 6749 §4.1.3), after authorizationRequest(). A server that refuses the way
    /// in which the client authenticates is asked once more. Errors are those of http::readAnswer() and readTokenResponse().
    void redeem(const QString &code, QObject *context, Receiver<TokenSet> receiver);

    /// Exchanges a refresh token for new tokens (RFC 6749 §6). Errors as for redeem().
    void refresh(const QString &refreshToken, QObject *context, Receiver<TokenSet> receiver);

private:
    /// Sends a form by one of these requests.
    using Send = void (CodeRequests::*)(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver);

    void ask(Send send, const http::Parameters &form, QObject *context, Receiver<TokenSet> receiver);
    void renewRequests();

    const CodeRequests::Subject m_subject;
    const ClientRegistration m_client;
    const Pkce m_pkce;
    ClientAuthentication m_authentication;
    QString m_redirectUri;
    std::unique_ptr<CodeRequests> m_requests;
};

} // namespace oauth
