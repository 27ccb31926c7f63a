// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/device/devicegrant.h"

#include "http/answer.h"
#include "oauth/errorcodes.h"
#include "oauth/log.h"
#include "oauth/openid/idtoken.h"

#include <QNetworkReply>
#include <QTimer>

namespace oauth {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds longestBackOff = 5min;

} // namespace

DeviceGrant::DeviceGrant(const AuthorizationServer &server, const ClientRegistration &client,
                         const http::AnswerLimits &limits, std::chrono::milliseconds second)
    : m_server(server),
      m_client(client),
      m_second(second),
      m_network(limits),
      m_authentication(ClientAuthentication::atTokenEndpoint(server, client)),
      m_tokenRequest(server.tokenEndpoint, client.scope, limits)
{}

void DeviceGrant::start(QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    if (!isPossible(m_server))
        return finish(Error::denied(QStringLiteral("device_flow_unsupported")));
    requestCode();
}

/// RFC 8628 §3.1. A confidential client authenticates here, too.
void DeviceGrant::requestCode()
{
    QNetworkReply *reply = postForm(m_network, m_server.deviceAuthorizationEndpoint,
                                    m_authentication.sign({{QStringLiteral("scope"), m_client.scope}}));
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
    if (!response && m_authentication.turnAfter(response.error()))
        return requestCode();
    if (!response)
        return finish(m_authentication.verdict(response.error()));
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
        QTimer::singleShot(left, Qt::PreciseTimer, this, [this] { expire(); });
}

/// A server that kept refusing without an error code has given the reason why nothing came of the person's consent.
void DeviceGrant::expire()
{
    finish(m_lastRefusal.value_or(Error::denied(errorcode::expiredToken)));
}

/// RFC 8628 §3.4.
void DeviceGrant::poll()
{
    m_isAsking = true;
    const http::Parameters form{
        {QStringLiteral("grant_type"), QStringLiteral("urn:ietf:params:oauth:grant-type:device_code")},
        {QStringLiteral("device_code"), m_deviceCode}};
    m_tokenRequest.post(m_authentication.sign(form), this, [this](const Result<TokenSet> &answer) { readPoll(answer); });
}

/// RFC 8628 §3.5.
void DeviceGrant::readPoll(const Result<TokenSet> &answer)
{
    m_isAsking = false;
    if (answer)
        return readTokens(*answer);
    if (m_isAbandoned)
        return finish(Error{Error::Kind::Canceled, QStringLiteral("canceled")});
    const Error error = answer.error();
    if (error.kind == Error::Kind::Denied && m_authentication.turnAfter(error))
        return wait(m_interval);
    if (!errorcode::isProtocolError(error))
        return backOff(error);
    m_backOff = 0s;
    m_lastRefusal.reset();
    const bool isTooFast = error.code == errorcode::slowDown;
    if (!isTooFast && error.code != errorcode::authorizationPending)
        return finish(m_authentication.verdict(error));
    m_authentication.accept();
    if (isTooFast)
        m_interval += 5s;
    wait(std::max(m_interval, error.retryAfter));
}

void DeviceGrant::readTokens(TokenSet tokens)
{
    tokens.authMethod = m_authentication.method();
    Q_EMIT issued(tokens);
    finish(withSubject(tokens, m_server, m_client));
}

/// Only an error code of the protocol ends the polling before the code expires. Anything else may come from a network, a
/// proxy or a server that has a bad minute, while the person is typing the code.
void DeviceGrant::backOff(const Error &error)
{
    m_backOff = std::min(2 * std::max(m_interval, m_backOff), std::max(m_interval, longestBackOff));
    const std::chrono::seconds pause = std::max(m_backOff, error.retryAfter);
    qCInfo(log) << "device grant: no answer," << error.code << "- next poll in" << pause.count() << "s";
    m_lastRefusal = error.kind == Error::Kind::Unreachable ? std::nullopt : std::optional(error);
    wait(pause);
}

void DeviceGrant::finish(const Result<TokenSet> &result)
{
    if (!result)
        qCInfo(log) << "device grant ended:" << result.error().code << result.error().detail;
    m_answering.answerLater(this, result);
}

} // namespace oauth

#include "moc_devicegrant.cpp"
