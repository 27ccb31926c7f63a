// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/codeflow.h"

#include "oauth/code/coderequests.h"

namespace oauth {

namespace {

QString text(const char *word)
{
    return QString::fromLatin1(word);
}

} // namespace

CodeFlow::CodeFlow(const AuthorizationServer &server, const ClientRegistration &client, const QString &requestedScope,
                   const http::AnswerLimits &limits)
    : m_client(client),
      m_state(QString::fromLatin1(randomText())),
      m_requests(makeCodeRequests({.server = server,
                                   .clientId = client.clientId,
                                   .state = m_state,
                                   .requestedScope = requestedScope,
                                   .limits = limits}))
{}

CodeFlow::~CodeFlow() = default;

QUrl CodeFlow::authorizationRequest(const QString &redirectUri, const http::Parameters &extraParameters)
{
    m_redirectUri = redirectUri;
    return m_requests->authorization(extraParameters
                                         + http::Parameters{{text("response_type"), text("code")},
                                                      {text("client_id"), m_client.clientId},
                                                      {text("redirect_uri"), m_redirectUri},
                                                      {text("scope"), m_client.scope},
                                                      {text("state"), m_state},
                                                      {text("code_challenge"), QString::fromLatin1(m_pkce.challenge())},
                                                      {text("code_challenge_method"), text("S256")}},
                                     m_redirectUri);
}

void CodeFlow::keepConnected()
{
    m_requests->keepConnected();
}

void CodeFlow::redeem(const QString &code, QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_redirectUri.isEmpty());
    m_requests->redeem({{text("grant_type"), text("authorization_code")},
                        {text("client_id"), m_client.clientId},
                        {text("client_secret"), m_client.clientSecret},
                        {text("code"), code},
                        {text("redirect_uri"), m_redirectUri},
                        {text("code_verifier"), QString::fromLatin1(m_pkce.verifier)}},
                       context, std::move(receiver));
}

void CodeFlow::refresh(const QString &refreshToken, QObject *context, Receiver<TokenSet> receiver)
{
    m_requests->refresh({{text("grant_type"), text("refresh_token")},
                         {text("client_id"), m_client.clientId},
                         {text("client_secret"), m_client.clientSecret},
                         {text("refresh_token"), refreshToken}},
                        context, std::move(receiver));
}

} // namespace oauth
