// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/device/devicegrant.h"

#include "http/answer.h"
#include "oauth/errorcodes.h"
#include "oauth/idtoken.h"
#include "oauth/log.h"

#include <QNetworkReply>
#include <QTimer>

namespace oauth {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds longestBackOff = 5min;

bool isDenied(const Error &error, const char *code)
{
    return error.kind == Error::Kind::Denied && error.code == QLatin1String(code);
}

} // namespace

DeviceGrant::DeviceGrant(const AuthorizationServer &server, const ClientRegistration &client,
                         const http::AnswerLimits &limits, std::chrono::milliseconds second)
    : m_server(server),
      m_client(client),
      m_second(second),
      m_network(limits),
      m_tokenRequest(server.tokenEndpoint, client.scope, limits)
{}

void DeviceGrant::start(QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    if (!isPossible(m_server))
        return finish(Error::denied(QStringLiteral("device_flow_unsupported")));
    // RFC 8628 §3.1. A confidential client authenticates here, too.
    QNetworkReply *reply = postForm(m_network, m_server.deviceAuthorizationEndpoint,
                                    {{QStringLiteral("client_id"), m_client.clientId},
                                     {QStringLiteral("client_secret"), m_client.clientSecret},
                                     {QStringLiteral("scope"), m_client.scope}});
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readAuthorization(*reply);
    });
}

void DeviceGrant::readAuthorization(QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply);
    if (!answer)
        return finish(answer.error());
    const auto response = readDeviceAuthorization(*answer, QDateTime::currentDateTimeUtc());
    if (!response)
        return finish(response.error());
    m_authorization = response->authorization;
    m_deviceCode = response->deviceCode;
    m_deadline = QDeadlineTimer(response->lifetime.count() * m_second, Qt::PreciseTimer);
    m_interval = response->authorization.interval;
    wait(m_interval);
    Q_EMIT authorizationReceived(*m_authorization);
}

/// Polls after this time, or ends the attempt when the code expires. The timer is precise because a coarse one may fire
/// early, and the server would answer "slow_down".
void DeviceGrant::wait(std::chrono::seconds time)
{
    const std::chrono::milliseconds duration = time.count() * m_second;
    const auto left = std::chrono::milliseconds(m_deadline.remainingTime());
    if (duration < left)
        QTimer::singleShot(duration, Qt::PreciseTimer, this, [this] { poll(); });
    else
        QTimer::singleShot(left, Qt::PreciseTimer, this, [this] { finish(Error::denied(errorcode::expiredToken)); });
}

/// RFC 8628 §3.4.
void DeviceGrant::poll()
{
    m_isAsking = true;
    m_tokenRequest.post({{QStringLiteral("grant_type"), QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")},
                         {QStringLiteral("device_code"), m_deviceCode},
                         {QStringLiteral("client_id"), m_client.clientId},
                         {QStringLiteral("client_secret"), m_client.clientSecret}},
                        this, [this](const Result<TokenSet> &tokens) { readTokens(tokens); });
}

/// RFC 8628 §3.5.
void DeviceGrant::readTokens(const Result<TokenSet> &tokens)
{
    m_isAsking = false;
    if (tokens)
        Q_EMIT issued(*tokens);
    else if (m_isAbandoned)
        return finish(Error{Error::Kind::Canceled, QStringLiteral("canceled")});
    if (!tokens && tokens.error().kind == Error::Kind::Unreachable) {
        m_backOff = std::min(2 * std::max(m_interval, m_backOff), std::max(m_interval, longestBackOff));
        qCInfo(log) << "device grant: no answer," << tokens.error().code << "- next poll in"
                    << m_backOff.count() << "s";
        return wait(m_backOff);
    }
    m_backOff = 0s;
    const bool isTooFast = !tokens && isDenied(tokens.error(), "slow_down");
    if (isTooFast)
        m_interval += 5s;
    if (isTooFast || (!tokens && isDenied(tokens.error(), "authorization_pending")))
        return wait(m_interval);
    finish(withSubject(tokens, m_server, m_client));
}

void DeviceGrant::finish(const Result<TokenSet> &result)
{
    if (!result)
        qCInfo(log) << "device grant ended:" << result.error().code << result.error().detail;
    m_answering.answerLater(this, result);
}

} // namespace oauth

#include "moc_devicegrant.cpp"
