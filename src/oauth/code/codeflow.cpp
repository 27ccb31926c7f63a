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
    : m_subject{.server = server,
                .clientId = client.clientId,
                .state = QString::fromLatin1(randomText()),
                .requestedScope = requestedScope,
                .limits = limits},
      m_client(client),
      m_authentication(ClientAuthentication::atTokenEndpoint(server, client)),
      m_requests(makeCodeRequests(m_subject))
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
                                                      {text("state"), state()},
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
    ask(&CodeRequests::redeem,
        {{text("grant_type"), text("authorization_code")},
         {text("code"), code},
         {text("redirect_uri"), m_redirectUri},
         {text("code_verifier"), QString::fromLatin1(m_pkce.verifier)}},
        context, std::move(receiver));
}

void CodeFlow::refresh(const QString &refreshToken, QObject *context, Receiver<TokenSet> receiver)
{
    ask(&CodeRequests::refresh,
        {{text("grant_type"), text("refresh_token")}, {text("refresh_token"), refreshToken}}, context, std::move(receiver));
}

void CodeFlow::ask(Send send, const http::Parameters &form, QObject *context, Receiver<TokenSet> receiver)
{
    const auto read = [this, send, form, context, receiver = std::move(receiver)](const Result<TokenSet> &answer) {
        if (!answer && m_authentication.turnAfter(answer.error())) {
            renewRequests();
            return ask(send, form, context, receiver);
        }
        if (!answer)
            return receiver(m_authentication.verdict(answer.error()));
        TokenSet tokens = *answer;
        tokens.authMethod = m_authentication.method();
        receiver(tokens);
    };
    (m_requests.get()->*send)(m_authentication.sign(form), context, read);
}

/// Qt's flow does not ask a second time after an error. An authorization request, which nobody will see, makes it ready for
/// a code.
void CodeFlow::renewRequests()
{
    m_requests = makeCodeRequests(m_subject);
    if (!m_redirectUri.isEmpty())
        m_requests->authorization({}, m_redirectUri);
}

} // namespace oauth
