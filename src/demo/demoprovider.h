// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/graphqlapi.h"
#include "demo/api/restapi.h"
#include "demo/api/samplepeople.h"
#include "demo/server/authorizationcodes.h"
#include "demo/server/authorizationpages.h"
#include "demo/server/devicepages.h"
#include "demo/server/revocationendpoints.h"
#include "demo/server/tokenendpoint.h"
#include "demo/server/tokenledger.h"
#include "demo/site/tokenpage.h"
#include "demo/site/website.h"
#include "demo/web/clock.h"
#include "demo/web/paths.h"
#include "loopback/listener.h"

namespace demo {

/// A small GitHub on 127.0.0.1, for trying Latchkey without a network. It has one registered application and two users.
class DemoProvider
{
public:
    struct Options
    {
        QString clientId = QStringLiteral("latchkey-demo");
        QString clientSecret = {}; ///< Empty: a public client.
        std::chrono::seconds accessTokenLifetime{8 * 3600}; ///< 0: they never expire, and there are no refresh tokens.
        std::chrono::seconds refreshTokenLifetime{15811200};
        QString ledgerFile = {}; ///< Keeps tokens across restarts; empty: tokens end with this object.
        QString redirectPath = QStringLiteral("/oauth/callback");
        std::chrono::seconds deviceCodeLifetime{900};
        std::chrono::seconds deviceCodeInterval{5};
        bool hasDeviceFlow = true; ///< On GitHub, the application's owner has to switch it on.
        bool rotateRefreshTokens = true; ///< False: refresh answers carry no refresh token.
        bool endGrantOnReuse = false; ///< True: a refresh token that is used twice ends its grant.
        Clock now = &QDateTime::currentDateTimeUtc;
    };

    DemoProvider();
    explicit DemoProvider(const Options &options);
    virtual ~DemoProvider();

    /// False if the port is taken; 0 lets the system choose.
    bool listen(quint16 port = 0);

    /// Where it listens. Call listen() before.
    QUrl origin() const;

protected:
    /// Answers a request on its connection. Overridden by tests to misbehave.
    virtual void answer(const loopback::Request &request, loopback::Connection &connection);

    /// Carries a request out and returns the answer, which is not sent yet.
    loopback::Response respond(const loopback::Request &request);

    /// Of the first user.
    SampleAccount &account() { return m_people.first().account; }
    TokenLedger &ledger() { return m_ledger; }
    const TokenLedger &ledger() const { return m_ledger; }
    const loopback::Listener &listener() const { return m_listener; }

private:
    SamplePeople m_people;
    TokenLedger m_ledger;
    AuthorizationCodes m_codes;
    DeviceCodes m_deviceCodes;
    Login m_login;
    AuthorizationPages m_authorization;
    DevicePages m_devicePages;
    TokenEndpoint m_tokenEndpoint;
    RevocationEndpoints m_revocation;
    TokenPage m_tokenPage;
    RestApi m_restApi;
    GraphQlApi m_graphQlApi;
    Website m_website;
    loopback::Listener m_listener;
};

} // namespace demo
