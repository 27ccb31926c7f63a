// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoprovider.h"

#include "demo/server/log.h"
#include "loopback/connection.h"

namespace demo {

using loopback::Connection;
using loopback::Request;
using loopback::Response;

namespace {

Client clientOf(const DemoProvider::Options &options)
{
    return {options.clientId, options.clientSecret, options.redirectPath};
}

TokenLedger::Policy policyOf(const DemoProvider::Options &options)
{
    return {options.accessTokenLifetime, options.refreshTokenLifetime, options.rotateRefreshTokens,
            options.endGrantOnReuse};
}

} // namespace

DemoProvider::DemoProvider() : DemoProvider(Options()) {}

DemoProvider::DemoProvider(const Options &options, QObject *parent)
    : QObject(parent),
      m_ledger(options.ledgerFile, policyOf(options)),
      m_deviceCodes({options.deviceCodeLifetime, options.deviceCodeInterval}),
      m_authorization(clientOf(options), m_codes, m_login),
      m_devicePages(clientOf(options), m_deviceCodes, m_login, options.hasDeviceFlow),
      m_tokenEndpoint(clientOf(options), m_codes, m_deviceCodes, m_ledger),
      m_revocation(clientOf(options), m_ledger),
      m_tokenPage(m_ledger, m_login),
      m_restApi(m_ledger, m_account, m_inbox),
      m_graphQlApi(m_ledger, m_account, m_inbox),
      m_website(m_account),
      m_listener([this](const Request &request, Connection &connection) { handle(request, connection); })
{}

DemoProvider::~DemoProvider() = default;

bool DemoProvider::listen(quint16 port)
{
    if (!m_listener.listen(port))
        return false;
    m_account.moveTo(origin());
    qCInfo(log) << "listening at" << origin();
    return true;
}

QUrl DemoProvider::at(const char *path) const
{
    QUrl url = origin();
    url.setPath(QLatin1String(path));
    return url;
}

void DemoProvider::handle(const Request &request, Connection &connection)
{
    const Endpoint endpoint = endpointOf(request);
    qCInfo(log) << request.method << request.path;
    Seen &seen = m_requests[endpoint];
    seen.count += 1;
    seen.last = request;
    if (const auto fault = m_faults.take(endpoint))
        demo::misbehave(*fault, connection, [&] { return respond(endpoint, request); });
    else
        connection.respond(respond(endpoint, request));
    Q_EMIT requestArrived(endpoint);
}

Response DemoProvider::respond(Endpoint endpoint, const Request &request)
{
    switch (endpoint) {
    case Endpoint::Login: return m_login.logIn(request);
    case Endpoint::Authorize: return m_authorization.authorize(request);
    case Endpoint::DeviceCode: return m_devicePages.giveCode(request, origin());
    case Endpoint::DevicePage: return m_devicePages.respond(request);
    case Endpoint::Token: return m_tokenEndpoint.respond(request);
    case Endpoint::Revocation: return m_revocation.revoke(request);
    case Endpoint::TokenDeletion: return m_revocation.deleteToken(request);
    case Endpoint::GraphQl: return m_graphQlApi.respond(request);
    case Endpoint::Avatar: return RestApi::avatar(request);
    default: break;
    }
    const QString apiPath = apiBaseUrl().path();
    if (request.path.startsWith(apiPath + QLatin1Char('/')))
        return m_restApi.respond(request, apiBaseUrl(), request.path.sliced(apiPath.size()));
    if (request.path == TokenPage::path())
        return m_tokenPage.respond(request);
    return m_website.respond(request);
}

} // namespace demo

#include "moc_demoprovider.cpp"
