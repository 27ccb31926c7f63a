// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoprovider.h"

#include "demo/page.h"
#include "loopback/connection.h"

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

const QString apiPath = QStringLiteral("/api/v3");

Endpoint endpointOf(const Request &request)
{
    const QString &path = request.path;
    if (path == QLatin1String("/login"))
        return Endpoint::Login;
    if (path == QLatin1String("/login/oauth/authorize"))
        return Endpoint::Authorize;
    if (path == QLatin1String("/login/oauth/access_token"))
        return Endpoint::Token;
    if (path == QLatin1String("/login/oauth/revoke"))
        return Endpoint::Revocation;
    if (path.startsWith(apiPath + QLatin1String("/applications/")) && request.method == "DELETE")
        return Endpoint::TokenDeletion;
    if (path == apiPath + QLatin1String("/user"))
        return Endpoint::User;
    if (path == apiPath + QLatin1String("/user/repos"))
        return Endpoint::Repositories;
    if (path.startsWith(QLatin1String("/avatars/")))
        return Endpoint::Avatar;
    return Endpoint::Other;
}

} // namespace

DemoProvider::DemoProvider() : DemoProvider(Options()) {}

DemoProvider::DemoProvider(const Options &options)
    : m_ledger(options.ledgerFile, {options.accessTokenLifetime, options.refreshTokenLifetime}),
      m_authorization(options.clientId, options.redirectPath),
      m_tokenEndpoint({options.clientId, options.clientSecret, options.rotateRefreshTokens}, m_authorization, m_ledger),
      m_restApi(m_ledger),
      m_listener([this](const Request &request, loopback::Connection &connection) { handle(request, connection); })
{}

DemoProvider::~DemoProvider() = default;

bool DemoProvider::listen(quint16 port)
{
    if (!m_listener.listen(port))
        return false;
    m_restApi.setOrigin(origin());
    return true;
}

QUrl DemoProvider::at(const char *path) const
{
    QUrl url = origin();
    url.setPath(QLatin1String(path));
    return url;
}

void DemoProvider::handle(const Request &request, loopback::Connection &connection)
{
    const Endpoint endpoint = endpointOf(request);
    Seen &seen = m_requests[endpoint];
    seen.count += 1;
    seen.last = request;
    if (const auto fault = takeFault(endpoint))
        misbehave(*fault, request, connection);
    else
        connection.respond(respond(request));
    Q_EMIT requestArrived(endpoint);
}

std::optional<Fault> DemoProvider::takeFault(Endpoint endpoint)
{
    const auto fault = m_faults.find(endpoint);
    if (fault == m_faults.end())
        return std::nullopt;
    const Fault taken = *fault;
    if (fault->times > 0 && --fault->times == 0)
        m_faults.erase(fault);
    return taken;
}

void DemoProvider::misbehave(const Fault &fault, const Request &request, loopback::Connection &connection)
{
    if (fault.afterEffect)
        respond(request);
    switch (fault.kind) {
    case Fault::Kind::Answer: return connection.respond(fault.response);
    case Fault::Kind::Hang: return;
    case Fault::Kind::Reset: return connection.breakOff({});
    case Fault::Kind::CutOff: {
        const QByteArray bytes = fault.response.toBytes();
        return connection.breakOff(bytes.first(bytes.size() - fault.response.body.size() / 2));
    }
    }
}

Response DemoProvider::respond(const Request &request)
{
    switch (endpointOf(request)) {
    case Endpoint::Login:
    case Endpoint::Authorize: return m_authorization.respond(request);
    case Endpoint::Token: return m_tokenEndpoint.respond(request);
    case Endpoint::Revocation: return m_tokenEndpoint.revoke(request);
    case Endpoint::TokenDeletion: return m_tokenEndpoint.deleteToken(request);
    case Endpoint::Avatar: return m_restApi.avatar(request);
    default: break;
    }
    if (request.path.startsWith(apiPath))
        return m_restApi.respond(request, request.path.mid(apiPath.size()));
    const QJsonObject &account = m_restApi.account();
    const auto text = [&](const char *key) { return account.value(QLatin1String(key)).toString(); };
    return page(200, QStringLiteral("profile"),
                {{QStringLiteral("NAME"), text("name")}, {QStringLiteral("LOGIN"), text("login")},
                 {QStringLiteral("BIO"), text("bio")}, {QStringLiteral("AVATAR"), text("avatar_url")}});
}

} // namespace demo
