// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/revocation.h"

#include "http/answer.h"
#include "http/apirequest.h"
#include "http/errorcodes.h"
#include "oauth/answerfields.h"
#include "oauth/errorcodes.h"
#include "oauth/log.h"
#include "oauth/tokenrequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace oauth {

namespace {

bool hasTokenDeletion(const AuthorizationServer &server, const ClientRegistration &client)
{
    return !server.applicationsEndpoint.isEmpty() && !client.clientSecret.isEmpty();
}

/// An unreadable answer is treated like a missing one, to be asked for again: its content does not matter here.
Error noAnswer(Error error)
{
    error.kind = Error::Kind::Unreachable;
    return error;
}

/// The answer of a captive portal, or of a firewall: a redirect, or a page for people in place of a success or a refusal. A
/// real server's 200 has next to no body, and its refusal is JSON (RFC 7009 §2.2.1).
bool isOfAnother(const http::Answer &answer)
{
    const bool mayBeOfAnother = answer.isSuccess() || answer.status == 401 || answer.status == 403;
    return answer.status / 100 == 3 || (mayBeOfAnother && answer.body.trimmed().startsWith('<'));
}

/// Why an answer is no success. A refusal is final, unless the server says "not now".
Error refusalOf(const http::Answer &answer)
{
    const Result<QVariantMap> fields = readFields(answer, QStringLiteral("token_response"));
    if (!fields && fields.error().kind != Error::Kind::Malformed)
        return fields.error();
    Error error = Error::denied(http::errorcode::codeOfStatus(answer.status));
    error.status = answer.status;
    return isOfAnother(answer) ? noAnswer(error) : error;
}

} // namespace

Revocation::Revocation(const AuthorizationServer &server, const ClientRegistration &client, const TokenSet &tokens,
                       Extent extent, const http::AnswerLimits &limits)
    : m_server(server),
      m_client(client),
      m_authentication(ClientAuthentication::atRevocationEndpoint(server, registrationFor(tokens, client))),
      m_endsGrant(extent == Extent::Grant && hasTokenDeletion(server, client)),
      m_network(limits)
{
    // GitHub's deletions include the refresh token.
    if (tokens.isRefreshable() && !server.revocationEndpoint.isEmpty() && !m_endsGrant)
        m_steps.enqueue({tokens.refreshToken, QStringLiteral("refresh_token")});
    m_steps.enqueue({tokens.accessToken, QStringLiteral("access_token")});
}

bool Revocation::isPossible(const AuthorizationServer &server, const ClientRegistration &client)
{
    return !server.revocationEndpoint.isEmpty() || hasTokenDeletion(server, client);
}

void Revocation::start(QObject *context, Receiver<void> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    if (isPossible(m_server, m_client))
        next();
    else
        finish(Error::denied(errorcode::notPossible));
}

void Revocation::next()
{
    if (m_steps.isEmpty())
        return finish(m_unsupported && !m_hasRevoked ? Result<void>(*m_unsupported) : Result<void>());
    QNetworkReply *reply = send(m_steps.head());
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readReply(*reply);
    });
}

QNetworkReply *Revocation::send(const Step &step)
{
    if (usesEndpoint()) {
        return postForm(m_network, m_server.revocationEndpoint,
                        m_authentication.sign({{QStringLiteral("token"), step.token},
                                               {QStringLiteral("token_type_hint"), step.hint}}));
    }
    QUrl url = m_server.applicationsEndpoint;
    url.setPath(url.path() + QLatin1Char('/') + m_client.clientId
                + (m_endsGrant ? QStringLiteral("/grant") : QStringLiteral("/token")));
    QNetworkRequest request = http::gitHubApiRequest(url);
    const QString credentials = m_client.clientId + QLatin1Char(':') + m_client.clientSecret;
    request.setRawHeader("Authorization", "Basic " + credentials.toUtf8().toBase64());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QJsonObject body{{QStringLiteral("access_token"), step.token}};
    return m_network.sendCustomRequest(request, "DELETE", QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void Revocation::readReply(QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply, http::TooManyRequests::IsAnAnswer);
    if (!answer)
        return finish(noAnswer(answer.error()));
    const bool isUnknownToken = answer->status == 404 && !usesEndpoint();
    if (isUnknownToken || (answer->isSuccess() && !isOfAnother(*answer))) {
        m_hasRevoked = true;
        return proceed();
    }
    const Error refusal = refusalOf(*answer);
    if (usesEndpoint() && m_authentication.turnAfter(refusal))
        return next();
    // RFC 7009 §2.2.1: such a server revokes only the other kind of token.
    if (usesEndpoint() && refusal.code == QLatin1String("unsupported_token_type")) {
        m_unsupported = refusal;
        return proceed();
    }
    finish(errorcode::withoutPerson(m_authentication.verdict(refusal)));
}

void Revocation::proceed()
{
    m_steps.dequeue();
    next();
}

void Revocation::finish(const Result<void> &result)
{
    if (!result)
        qCInfo(log) << "revocation failed:" << result.error().code << result.error().detail;
    m_answering.answerLater(this, result);
}

} // namespace oauth

#include "moc_revocation.cpp"
