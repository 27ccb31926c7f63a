// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demoprovider.h"
#include "demo/web/paths.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace demo {

/// Where a request goes.
enum class Endpoint {
    Login,
    Authorize,
    Token,
    Revocation,
    TokenDeletion,
    User,
    Repositories,
    GraphQl,
    Notifications,
    NotificationsRead, ///< Marks notifications as read.
    Avatar,
    Userinfo, ///< The demo provider has none and answers 404; a fault can stand in for it. So for discovery.
    Discovery,
    DeviceCode,
    DevicePage, ///< The page where the person types the code.
    Other,
};

/// One way of misbehaving.
struct Fault
{
    enum class Kind {
        Answer, ///< Sends `response` instead of the real one.
        Hang, ///< Never answers.
        Reset, ///< Resets the connection.
        CutOff, ///< Sends half of the body of `response`, then resets the connection.
        Drip, ///< Sends the body of `response` byte by byte, and then spaces without end.
    };

    Kind kind = Kind::Answer;
    loopback::Response response = {}; ///< CutOff and Drip with `afterEffect`: the real answer if this has no body.
    int times = 1; ///< For how many requests; -1: until behave().
    bool afterEffect = false; ///< The request takes effect first, as if only its answer were lost.
};

/// The demo provider for tests: it counts its requests, can be told to misbehave, and lets time pass.
class FaultyProvider : public QObject, public DemoProvider
{
    Q_OBJECT

public:
    explicit FaultyProvider(const Options &options = {});

    QUrl authorizationEndpoint() const { return at(paths::authorization); }
    QUrl tokenEndpoint() const { return at(paths::token); }
    QUrl deviceAuthorizationEndpoint() const { return at(paths::deviceAuthorization); }
    QUrl revocationEndpoint() const { return at(paths::revocation); }
    QUrl tokenPage() const { return at(paths::newPersonalAccessToken); }
    QUrl apiBaseUrl() const { return at(paths::api); }
    QUrl graphqlUrl() const { return at(paths::graphQl); }
    QUrl applicationsEndpoint() const { return at(paths::applications); }

    /// Applies from the next request to this endpoint on, in place of an earlier fault there.
    void misbehave(Endpoint endpoint, const Fault &fault) { m_faults.insert(endpoint, fault); }
    /// The same, with a fault for each request, such as for one page of a list.
    using Script = std::function<Fault(const loopback::Request &request)>;
    void misbehave(Endpoint endpoint, Script script) { m_scripts.insert(endpoint, std::move(script)); }

    void behave()
    {
        m_faults.clear();
        m_scripts.clear();
    }

    int requestCount(Endpoint endpoint) const { return m_requests.value(endpoint).count; }
    loopback::Request lastRequest(Endpoint endpoint) const { return m_requests.value(endpoint).last; }

    /// The requests to the REST and GraphQL API so far, also those for revoking a token.
    int apiRequestCount() const { return m_apiRequestCount; }

    /// Those that did not ask for a version of the API and a media type of GitHub's: "GET /api/v3/user".
    const QStringList &apiRequestsWithoutVersion() const { return m_apiRequestsWithoutVersion; }

    /// The connections made so far; each serves one request.
    int connectionCount() const { return listener().connectionCount(); }

    /// As if the person had revoked the application's access.
    void revokeEverything() { ledger().revokeAll(); }

    /// Let time pass, on this server alone, until all that was issued so far has expired.
    void expireAccessTokens();
    void expireCodes();
    void expireDeviceCodes();

    /// The access and refresh tokens that still work.
    int liveTokenCount() const { return ledger().liveTokenCount(); }

    /// The body of `GET /user`, for tests to change.
    QJsonObject &account() { return DemoProvider::account().own(); }

Q_SIGNALS:
    void requestArrived(demo::Endpoint endpoint);

protected:
    void answer(const loopback::Request &request, loopback::Connection &connection) override;

private:
    struct Seen
    {
        int count = 0;
        loopback::Request last;
    };

    /// How far this server's clock is ahead.
    using Lead = std::shared_ptr<std::chrono::seconds>;

    FaultyProvider(Options options, const Lead &lead);
    QUrl at(QLatin1String path) const { return origin().resolved(QUrl(path)); }
    static Options withClock(Options options, const Lead &lead);
    void countApiRequest(const loopback::Request &request);
    std::optional<Fault> takeFault(Endpoint endpoint);
    void misbehave(const Fault &fault, const loopback::Request &request, loopback::Connection &connection);

    const Options m_options;
    const Lead m_lead;
    QHash<Endpoint, Fault> m_faults;
    QHash<Endpoint, Script> m_scripts;
    QHash<Endpoint, Seen> m_requests;
    int m_apiRequestCount = 0;
    QStringList m_apiRequestsWithoutVersion;
};

} // namespace demo
