// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/signin.h"

#include "oauth/httpanswer.h"

#include <QNetworkReply>

SignIn::SignIn(const Provider &provider) : m_provider(provider) {}

SignIn::~SignIn() = default;

void SignIn::start(oauth::UserAgent &userAgent, QObject *context, Receiver<SignInOutcome> receiver)
{
    m_userAgent = &userAgent;
    m_context = context;
    m_receiver = std::move(receiver);
    if (m_provider.needsDiscovery())
        discover();
    else
        authorize();
}

QUrl SignIn::authorizationRequest() const
{
    return m_grant && m_step == Step::Authorizing ? m_grant->authorizationRequest() : QUrl();
}

void SignIn::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void SignIn::discover()
{
    setStep(Step::Discovering);
    m_discovery = std::make_unique<oauth::Discovery>(m_provider.server);
    m_discovery->start(this, [this](const Result<oauth::AuthorizationServer> &server) {
        if (!server)
            return finish(server.error());
        m_provider.server = *server;
        authorize();
    });
}

void SignIn::authorize()
{
    m_grant = std::make_unique<oauth::AuthorizationCodeGrant>(m_provider.server, m_provider.client);
    connect(m_grant.get(), &oauth::AuthorizationCodeGrant::exchanging, this, [this] { setStep(Step::Exchanging); });
    m_grant->start(*m_userAgent, this, [this](const Result<oauth::TokenSet> &tokens) {
        if (!tokens)
            return finish(tokens.error());
        m_tokens = *tokens;
        identify();
    });
    if (m_receiver)
        setStep(Step::Authorizing);
}

/// After every sign-in anew: the person may have changed accounts on the server's page (OpenID Connect Core §5.7).
void SignIn::identify()
{
    setStep(Step::Identifying);
    const QUrl url = m_provider.identityUrl();
    if (url.isEmpty())
        return finish(Error{Error::Kind::Malformed, QStringLiteral("discovery"), QStringLiteral("no userinfo_endpoint")});
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setRawHeader("Authorization", "Bearer " + m_tokens->accessToken.toLatin1());
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readIdentityReply(*reply);
    });
}

void SignIn::readIdentityReply(QNetworkReply &reply)
{
    const Result<oauth::HttpAnswer> answer = oauth::readAnswer(reply);
    if (!answer)
        return finish(answer.error());
    if (!answer->isSuccess())
        return finish(Error{Error::Kind::Denied, QStringLiteral("http_%1").arg(answer->status)});
    const Result<Identity> identity = readIdentity(m_provider.api, answer->body);
    if (!identity)
        return finish(identity.error());
    finish(SignInOutcome{m_provider, {*identity, *m_tokens, {}},
                         {answer->body, answer->header("etag"), QDateTime::currentDateTimeUtc()}});
}

/// Answers later: the receiver may delete this object, which is still at work here.
void SignIn::finish(const Result<SignInOutcome> &result)
{
    QMetaObject::invokeMethod(this, [context = m_context, receiver = std::exchange(m_receiver, nullptr), result] {
        if (context && receiver)
            receiver(result);
    }, Qt::QueuedConnection);
}
