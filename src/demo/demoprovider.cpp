// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoprovider.h"

#include "demo/web/log.h"
#include "demo/web/paths.h"
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

DemoProvider::DemoProvider(const Options &options)
    : m_people(options.now()),
      m_ledger(options.ledgerFile, policyOf(options), options.now),
      m_codes(options.now),
      m_deviceCodes({options.deviceCodeLifetime, options.deviceCodeInterval}, options.now),
      m_authorization(clientOf(options), m_codes, m_login),
      m_devicePages(clientOf(options), m_deviceCodes, m_login, options.hasDeviceFlow),
      m_tokenEndpoint(clientOf(options), m_codes, m_deviceCodes, m_ledger),
      m_revocation(clientOf(options), m_ledger),
      m_tokenPage(m_ledger, m_login),
      m_restApi(m_ledger, m_people),
      m_graphQlApi(m_ledger, m_people, options.now),
      m_website(m_people),
      m_listener([this](const Request &request, Connection &connection) { answer(request, connection); })
{}

DemoProvider::~DemoProvider() = default;

bool DemoProvider::listen(quint16 port)
{
    if (!m_listener.listen(port))
        return false;
    m_people.moveTo(origin());
    qCInfo(log) << "listening at" << origin();
    return true;
}

QUrl DemoProvider::origin() const
{
    Q_ASSERT(m_listener.isListening()); // There is no port before.
    return m_listener.origin();
}

void DemoProvider::answer(const Request &request, Connection &connection)
{
    connection.respond(respond(request));
}

Response DemoProvider::respond(const Request &request)
{
    qCInfo(log) << request.method << request.path;
    const QString &path = request.path;
    if (path == paths::logIn)
        return m_login.logIn(request);
    if (path == paths::authorization)
        return m_authorization.authorize(request);
    if (path == paths::deviceAuthorization)
        return m_devicePages.giveCode(request, origin());
    if (path == paths::deviceVerification)
        return m_devicePages.respond(request);
    if (path == paths::token)
        return m_tokenEndpoint.respond(request);
    if (path == paths::revocation)
        return m_revocation.revoke(request);
    if (path == paths::newPersonalAccessToken)
        return m_tokenPage.respond(request);
    if (path == paths::graphQl)
        return m_graphQlApi.respond(request);
    if (path.startsWith(paths::avatars))
        return RestApi::avatar(request);
    if (path.startsWith(paths::applications + QLatin1Char('/')))
        return m_revocation.deleteToken(request);
    if (path.startsWith(paths::api + QLatin1Char('/')))
        return m_restApi.respond(request, origin().resolved(QUrl(paths::api)), path.sliced(paths::api.size()));
    return m_website.respond(request);
}

} // namespace demo

#include "moc_demoprovider.cpp"
