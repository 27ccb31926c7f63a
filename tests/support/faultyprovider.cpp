// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultyprovider.h"

#include "loopback/connection.h"

#include <QTimer>

namespace demo {

using loopback::Connection;
using loopback::Request;
using loopback::Response;

namespace {

Endpoint endpointOf(const Request &request)
{
    static const QHash<QString, Endpoint> endpoints{
        {paths::logIn, Endpoint::Login},
        {paths::authorization, Endpoint::Authorize},
        {paths::token, Endpoint::Token},
        {paths::revocation, Endpoint::Revocation},
        {paths::deviceAuthorization, Endpoint::DeviceCode},
        {paths::deviceVerification, Endpoint::DevicePage},
        {paths::graphQl, Endpoint::GraphQl},
        {paths::api + QLatin1String("/user"), Endpoint::User},
        {paths::api + QLatin1String("/user/repos"), Endpoint::Repositories},
        {paths::api + QLatin1String("/notifications"), Endpoint::Notifications},
        {QStringLiteral("/userinfo"), Endpoint::Userinfo},
        {QStringLiteral("/.well-known/openid-configuration"), Endpoint::Discovery},
        {QStringLiteral("/.well-known/oauth-authorization-server"), Endpoint::Discovery},
    };
    if (request.path.startsWith(paths::avatars))
        return Endpoint::Avatar;
    if (request.path.startsWith(paths::applications + QLatin1Char('/')))
        return Endpoint::TokenDeletion;
    if (request.path.startsWith(paths::api) && (request.method == "PATCH" || request.method == "PUT"))
        return Endpoint::NotificationsRead;
    return endpoints.value(request.path, Endpoint::Other);
}

void cutOff(const Response &response, Connection &connection)
{
    connection.breakOff(response.toBytes().chopped((response.body.size() + 1) / 2));
}

/// Never silent for long enough to run into a client's idle timeout.
void drip(Response response, Connection &connection)
{
    constexpr qsizetype endless = 1'000'000; // 5 hours.
    response.body = response.body.leftJustified(endless, ' ');
    connection.sendPart(response.toBytes().chopped(response.body.size()));
    auto *timer = new QTimer(&connection);
    QObject::connect(timer, &QTimer::timeout, &connection, [&connection, body = response.body, sent = 0]() mutable {
        connection.sendPart(body.sliced(sent++, 1));
    });
    timer->start(std::chrono::milliseconds(20));
}

} // namespace

FaultyProvider::FaultyProvider(const Options &options)
    : FaultyProvider(options, std::make_shared<std::chrono::seconds>(0))
{}

FaultyProvider::FaultyProvider(Options options, const Lead &lead)
    : DemoProvider(withClock(options, lead)), m_options(std::move(options)), m_lead(lead)
{}

DemoProvider::Options FaultyProvider::withClock(Options options, const Lead &lead)
{
    options.now = [now = options.now, lead] { return now().addSecs(lead->count()); };
    return options;
}

void FaultyProvider::expireAccessTokens()
{
    Q_ASSERT(m_options.accessTokenLifetime.count() > 0);
    *m_lead += m_options.accessTokenLifetime;
}

void FaultyProvider::expireCodes()
{
    *m_lead += std::chrono::minutes(11);
}

void FaultyProvider::expireDeviceCodes()
{
    *m_lead += m_options.deviceCodeLifetime;
}

void FaultyProvider::answer(const Request &request, Connection &connection)
{
    const Endpoint endpoint = endpointOf(request);
    Seen &seen = m_requests[endpoint];
    seen.count += 1;
    seen.last = request;
    countApiRequest(request);
    if (const Script script = m_scripts.value(endpoint))
        misbehave(script(request), request, connection);
    else if (const auto fault = takeFault(endpoint))
        misbehave(*fault, request, connection);
    else
        DemoProvider::answer(request, connection);
    Q_EMIT requestArrived(endpoint);
}

void FaultyProvider::countApiRequest(const Request &request)
{
    if (!request.path.startsWith(paths::api + QLatin1Char('/')))
        return;
    m_apiRequestCount += 1;
    if (request.header("x-github-api-version") != "2022-11-28" || !request.header("accept").startsWith("application/vnd.github"))
        m_apiRequestsWithoutVersion.append(QLatin1String(request.method) + QLatin1Char(' ') + request.path);
}

std::optional<Fault> FaultyProvider::takeFault(Endpoint endpoint)
{
    const auto fault = m_faults.find(endpoint);
    if (fault == m_faults.end())
        return std::nullopt;
    const Fault taken = *fault;
    if (fault->times > 0 && --fault->times == 0)
        m_faults.erase(fault);
    return taken;
}

void FaultyProvider::misbehave(const Fault &fault, const Request &request, Connection &connection)
{
    Response response = fault.response;
    if (fault.afterEffect) {
        const Response real = respond(request);
        if (fault.kind != Fault::Kind::Answer && response.body.isEmpty())
            response = real;
    }
    switch (fault.kind) {
    case Fault::Kind::Answer: return connection.respond(response);
    case Fault::Kind::Hang: return;
    case Fault::Kind::Reset: return connection.breakOff({});
    case Fault::Kind::CutOff: return cutOff(response, connection);
    case Fault::Kind::Drip: return drip(response, connection);
    }
}

} // namespace demo

#include "moc_faultyprovider.cpp"
