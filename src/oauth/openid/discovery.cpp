// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/openid/discovery.h"

#include "http/answer.h"
#include "http/endpoint.h"
#include "oauth/answerfields.h"
#include "oauth/errorcodes.h"
#include "oauth/log.h"
#include "result/jsonobject.h"
#include "result/printabletext.h"

#include <QNetworkReply>
#include <QRegularExpression>

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

struct Endpoint
{
    const char *name;
    QUrl AuthorizationServer::*url;
    bool isRequired = false;
};

constexpr Endpoint endpoints[] = {
    {"authorization_endpoint", &AuthorizationServer::authorizationEndpoint, true},
    {"token_endpoint", &AuthorizationServer::tokenEndpoint, true},
    {"device_authorization_endpoint", &AuthorizationServer::deviceAuthorizationEndpoint},
    {"revocation_endpoint", &AuthorizationServer::revocationEndpoint},
    {"userinfo_endpoint", &AuthorizationServer::userinfoEndpoint},
};

/// Empty if the metadata names none, or one that is not safe to ask.
QUrl safeEndpoint(const QJsonObject &metadata, const char *name)
{
    const QUrl url(metadata.value(QLatin1String(name)).toString(), QUrl::StrictMode);
    if (http::isSafeEndpoint(url))
        return url;
    if (metadata.contains(QLatin1String(name)))
        qCInfo(log) << "discovery: ignored a" << name << "that is not safe to ask";
    return {};
}

/// People type an issuer with or without the slash at its end, and the metadata is at the same place for both.
bool isSameButForFinalSlash(const QString &left, const QString &right)
{
    const auto withSlash = [](const QString &issuer) {
        return issuer.endsWith(QLatin1Char('/')) ? issuer : issuer + QLatin1Char('/');
    };
    return withSlash(left) == withSlash(right);
}

/// Names the issuer. One of the same origin, spelled as this program will spell it, can be used in place of the known one:
/// metadata must not send a person to another server, nor name what a shell would run if a person pastes it there.
Error wrongIssuer(const QUrl &known, const QString &named)
{
    const QUrl url(named, QUrl::StrictMode);
    const QString name = shortText(printableText(named));
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9:/.\\[\\]_~-]+\\z"));
    const bool isUsable = http::isSafeEndpoint(url) && http::isSameOrigin(url, known) && plain.match(named).hasMatch()
        && url.toString(QUrl::FullyEncoded) == named && named == name;
    if (!isUsable)
        return Error::malformed(errorcode::wrongIssuer, name);
    return Error::malformed(errorcode::otherIssuer, name);
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
    const QString issuer = metadata.value(QLatin1String("issuer")).toString();
    if (issuer.isEmpty())
        return malformedMetadata(QStringLiteral("issuer"));
    if (!isSameButForFinalSlash(issuer, known.issuerText()))
        return wrongIssuer(known.issuer, issuer);

    AuthorizationServer server = known;
    server.issuer = QUrl(issuer, QUrl::StrictMode);
    for (const auto &[name, endpoint, isRequired] : endpoints) {
        QUrl &url = server.*endpoint;
        if (url.isEmpty())
            url = safeEndpoint(metadata, name);
        if (isRequired && url.isEmpty())
            return malformedMetadata(QLatin1String(name));
    }
    const QJsonValue atRevocation = metadata.value(QLatin1String("revocation_endpoint_auth_methods_supported"));
    server.tokenAuthMethod = preferredAuthMethod(metadata.value(QLatin1String("token_endpoint_auth_methods_supported")));
    server.revocationAuthMethod = onlyAuthMethod(atRevocation);
    server.promptValues = metadata.value(QLatin1String("prompt_values_supported")).toVariant().toStringList();
    server.namesIssuerInResponse =
        metadata.value(QLatin1String("authorization_response_iss_parameter_supported")).toBool();
    return server;
}

} // namespace oauth

#include "moc_discovery.cpp"
