// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/authorizationcodes.h"
#include "demo/server/authorizationpages.h"
#include "demo/server/devicepages.h"
#include "demo/fault.h"
#include "demo/api/graphqlapi.h"
#include "demo/api/restapi.h"
#include "demo/server/revocationendpoints.h"
#include "demo/api/sampleaccount.h"
#include "demo/api/sampleinbox.h"
#include "demo/server/tokenendpoint.h"
#include "demo/server/tokenledger.h"
#include "demo/site/tokenpage.h"
#include "demo/site/website.h"
#include "loopback/listener.h"

#include <QHash>

namespace demo {

/// A small GitHub on 127.0.0.1 that obeys the protocol: for trying Latchkey without a network, and for its tests, which
/// can make it misbehave.
class DemoProvider : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString clientId = QStringLiteral("latchkey-demo");
        QString clientSecret = {}; ///< Empty: none is wanted.
        std::chrono::seconds accessTokenLifetime{8 * 3600}; ///< 0: for ever, without refresh tokens.
        std::chrono::seconds refreshTokenLifetime{15811200};
        QString ledgerFile = {}; ///< Lets a sign-in survive a restart; empty: nothing is kept.
        QString redirectPath = QStringLiteral("/oauth/callback");
        std::chrono::seconds deviceCodeLifetime{900};
        std::chrono::seconds deviceCodeInterval{5};
        bool hasDeviceFlow = true; ///< False: as where it is not switched on in the application's settings.
        bool rotateRefreshTokens = true; ///< False: refresh answers carry no refresh token.
        bool endGrantOnReuse = false; ///< True: a refresh token that is used twice ends all that it has led to.
    };

    DemoProvider();
    explicit DemoProvider(const Options &options, QObject *parent = nullptr);
    ~DemoProvider() override;

    /// False where the port is taken.
    bool listen(quint16 port = 0);

    QUrl origin() const { return m_listener.origin(); }
    QUrl authorizationEndpoint() const { return at("/login/oauth/authorize"); }
    QUrl tokenEndpoint() const { return at("/login/oauth/access_token"); }
    QUrl deviceAuthorizationEndpoint() const { return at("/login/device/code"); }
    QUrl revocationEndpoint() const { return at("/login/oauth/revoke"); }
    QUrl tokenPage() const { return at("/settings/tokens/new"); }
    QUrl apiBaseUrl() const { return at("/api/v3"); }
    QUrl graphqlUrl() const { return at("/api/v3/graphql"); }
    QUrl applicationsEndpoint() const { return at("/api/v3/applications"); }

    /// What the login page wants; it says so itself.
    static QString userName() { return Login::userName(); }
    static QString password() { return Login::password(); }

    /// From the next request to this endpoint on; takes the place of an earlier fault there.
    void misbehave(Endpoint endpoint, const Fault &fault) { m_faults.insert(endpoint, fault); }
    void behave() { m_faults.clear(); }

    int requestCount(Endpoint endpoint) const { return m_requests.value(endpoint).count; }
    loopback::Request lastRequest(Endpoint endpoint) const { return m_requests.value(endpoint).last; }

    /// Connections made so far; each serves one request.
    int connectionCount() const { return m_listener.connectionCount(); }

    /// As if the person had taken the application's access back.
    void revokeEverything() { m_ledger.revokeAll(); }
    void expireAccessTokens() { m_ledger.expireAccessTokens(); }

    /// As if ten minutes had gone by, or fifteen for the codes that people type.
    void expireCodes() { m_codes.expire(); }
    void expireDeviceCodes() { m_deviceCodes.expire(); }

    /// Access and refresh tokens that still work.
    int liveTokenCount() const { return m_ledger.liveTokenCount(); }

    /// The body of `GET /user`, to be changed by tests.
    QJsonObject &account() { return m_account.own(); }

Q_SIGNALS:
    void requestArrived(demo::Endpoint endpoint);

private:
    struct Seen
    {
        int count = 0;
        loopback::Request last;
    };

    QUrl at(const char *path) const;
    void handle(const loopback::Request &request, loopback::Connection &connection);
    loopback::Response respond(Endpoint endpoint, const loopback::Request &request);

    SampleAccount m_account;
    SampleInbox m_inbox{m_account};
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
    Faults m_faults;
    QHash<Endpoint, Seen> m_requests;
    loopback::Listener m_listener;
};

} // namespace demo
