// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/coderequests.h"

#include "http/answer.h"
#include "oauth/code/networkauth/replyhandlers.h"
#include "oauth/tokenresponse.h"
#include "result/answering.h"

#include <QOAuth2AuthorizationCodeFlow>

namespace oauth {

namespace {

/// Adds the client's credentials to the requests of Qt's flow, which puts a secret into the form only.
class AuthorizingAccessManager : public http::StrictAccessManager
{
public:
    using StrictAccessManager::StrictAccessManager;

    QByteArray authorization; ///< The header; empty: none.

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &original, QIODevice *body) override
    {
        QNetworkRequest request(original);
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        return StrictAccessManager::createRequest(operation, request, body);
    }
};

/// Qt's authorization code flow for one attempt, hardened. All differences between Qt versions are handled here.
class NetworkAuthCodeRequests : public CodeRequests
{
public:
    explicit NetworkAuthCodeRequests(const Subject &subject);
    ~NetworkAuthCodeRequests() override;

    QUrl authorization(const http::Parameters &parameters, const QString &redirectUri) override;
    void keepConnected() override { m_network->keepConnected(m_subject.server.tokenEndpoint); }
    void redeem(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver) override;
    void refresh(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver) override;

private:
    void use(const AuthenticatedForm &form);
    TokenReplyReceiver readingTokens();

    const Subject m_subject;
    http::Parameters m_parameters; ///< For the next request.
    Answering<TokenSet> m_answering;
    // In this order: a flow's request in flight must end before the reply handler does (Qt 6.4 to 6.6 crash).
    std::unique_ptr<QAbstractOAuthReplyHandler> m_replyHandler;
    std::unique_ptr<AuthorizingAccessManager> m_network;
    QOAuth2AuthorizationCodeFlow m_flow;
};

NetworkAuthCodeRequests::NetworkAuthCodeRequests(const Subject &subject)
    : m_subject(subject), m_network(std::make_unique<AuthorizingAccessManager>(subject.limits))
{
    m_flow.setNetworkAccessManager(m_network.get());
    m_flow.setAuthorizationUrl(subject.server.authorizationEndpoint);
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    m_flow.setTokenUrl(subject.server.tokenEndpoint);
#else
    m_flow.setAccessTokenUrl(subject.server.tokenEndpoint);
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    m_flow.setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::None); // CodeFlow does PKCE, for all Qt versions.
#endif
    m_flow.setClientIdentifier(subject.clientId);
    m_flow.setState(subject.state);
    // Replaces all parameters, percent-encoded. Qt encodes some twice (QTBUG-81624) and some not at all ('+').
    m_flow.setModifyParametersFunction([this](QAbstractOAuth::Stage, QMultiMap<QString, QVariant> *parameters) {
        parameters->clear();
        for (const auto &[name, value] : std::as_const(m_parameters)) {
            if (!value.isEmpty())
                parameters->insert(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    });
}

NetworkAuthCodeRequests::~NetworkAuthCodeRequests()
{
    m_network.reset();
}

QUrl NetworkAuthCodeRequests::authorization(const http::Parameters &parameters, const QString &redirectUri)
{
    m_replyHandler = std::make_unique<LoopbackReplyHandler>(redirectUri, readingTokens());
    m_flow.setReplyHandler(m_replyHandler.get());
    QUrl request;
    const auto connection = QObject::connect(&m_flow, &QAbstractOAuth::authorizeWithBrowser, &m_flow,
                                             [&request](const QUrl &url) { request = url; });
    m_parameters = parameters;
    m_flow.grant();
    QObject::disconnect(connection);
    return request;
}

void NetworkAuthCodeRequests::redeem(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(m_replyHandler && !m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    use(form);
    // Qt requires a code here; the real one is in the form.
    Q_EMIT m_replyHandler->callbackReceived({{QStringLiteral("code"), QStringLiteral("in the form")},
                                             {QStringLiteral("state"), m_subject.state}});
    m_network->answerNoChallenges();
}

void NetworkAuthCodeRequests::refresh(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    use(form);
    m_replyHandler = std::make_unique<TokenReplyHandler>(readingTokens());
    m_flow.setReplyHandler(m_replyHandler.get());
    // Qt requires a token here; the real one is in the form.
    m_flow.setRefreshToken(QStringLiteral("in the form"));
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    m_flow.refreshTokens();
#else
    m_flow.refreshAccessToken();
#endif
    m_network->answerNoChallenges();
}

void NetworkAuthCodeRequests::use(const AuthenticatedForm &form)
{
    m_parameters = form.parameters;
    m_network->authorization = form.authorization;
}

/// Posts the answer: Qt's flow is still on the stack, and the receiver may delete it.
TokenReplyReceiver NetworkAuthCodeRequests::readingTokens()
{
    return [this](QNetworkReply &reply) {
        const Result<http::Answer> answer = http::readAnswer(reply);
        const Result<TokenSet> tokens = answer
            ? readTokenResponse(*answer, m_subject.requestedScope, QDateTime::currentDateTimeUtc())
            : Result<TokenSet>(answer.error());
        m_answering.answerLater(&m_flow, tokens);
    };
}

} // namespace

std::unique_ptr<CodeRequests> makeCodeRequests(const CodeRequests::Subject &subject)
{
    return std::make_unique<NetworkAuthCodeRequests>(subject);
}

} // namespace oauth
