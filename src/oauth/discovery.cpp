// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/discovery.h"

#include "http/answer.h"
#include "http/endpoint.h"
#include "oauth/errorcodes.h"
#include "result/jsonobject.h"

#include <QNetworkReply>

namespace oauth {

namespace {

Error malformedMetadata(const QString &detail)
{
    return Error::malformed(QStringLiteral("discovery"), detail);
}

/// OpenID Connect Discovery §4.1: the well-known path follows the issuer's path.
QUrl metadataUrl(QUrl issuer)
{
    QString path = issuer.path();
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    issuer.setPath(path + QStringLiteral("/.well-known/openid-configuration"));
    return issuer;
}

Result<AuthorizationServer> readMetadata(const AuthorizationServer &known, QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply);
    if (!answer)
        return answer.error();
    if (!answer->isSuccess())
        return malformedMetadata(QStringLiteral("status %1").arg(answer->status));
    const Result<QJsonObject> metadata = readJsonObject(answer->body);
    if (!metadata)
        return metadata.error();
    return completed(known, *metadata);
}

} // namespace

Discovery::Discovery(const AuthorizationServer &known, const http::AnswerLimits &limits)
    : m_known(known), m_network(limits)
{}

void Discovery::start(QObject *context, Receiver<AuthorizationServer> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    Q_ASSERT(!m_known.issuer.isEmpty());
    m_answering = {context, std::move(receiver)};
    QNetworkRequest request(metadataUrl(m_known.issuer));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_answering.answerLater(this, readMetadata(m_known, *reply));
    });
}

Result<AuthorizationServer> completed(const AuthorizationServer &known, const QJsonObject &metadata)
{
    if (metadata.value(QLatin1String("issuer")).toString() != known.issuerText())
        return Error::malformed(errorcode::wrongIssuer);

    AuthorizationServer server = known;
    const std::pair<const char *, QUrl *> endpoints[] = {
        {"authorization_endpoint", &server.authorizationEndpoint},
        {"token_endpoint", &server.tokenEndpoint},
        {"device_authorization_endpoint", &server.deviceAuthorizationEndpoint},
        {"revocation_endpoint", &server.revocationEndpoint},
        {"userinfo_endpoint", &server.userinfoEndpoint},
    };
    for (const auto &[name, endpoint] : endpoints) {
        const QJsonValue value = metadata.value(QLatin1String(name));
        if (!endpoint->isEmpty() || value.isUndefined() || value.isNull())
            continue;
        *endpoint = QUrl(value.toString(), QUrl::StrictMode);
        if (!http::isSafeEndpoint(*endpoint))
            return malformedMetadata(QLatin1String(name));
    }
    if (server.authorizationEndpoint.isEmpty() || server.tokenEndpoint.isEmpty())
        return malformedMetadata(QStringLiteral("authorization_endpoint or token_endpoint is missing"));
    server.promptValues = metadata.value(QLatin1String("prompt_values_supported")).toVariant().toStringList();
    server.namesIssuerInResponse =
        metadata.value(QLatin1String("authorization_response_iss_parameter_supported")).toBool();
    return server;
}

} // namespace oauth

#include "moc_discovery.cpp"
