// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/revocation.h"
#include "support/answers.h"
#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_revocation {

using namespace oauth;
using namespace std::chrono_literals;
using Manner = ScriptedServer::Manner;

const QString revocationPath = QStringLiteral("/revoke");
const QString deletionPath = QStringLiteral("/api/v3/applications/latchkey-test/token");

struct World
{
    ScriptedServer server;
    AuthorizationServer metadata;
    ClientRegistration client;
    TokenSet tokens;
    http::AnswerLimits limits;
    Extent extent = Extent::Tokens;
    QObject context;
    Answers<void> answers;
    std::unique_ptr<Revocation> revocation;

    World()
    {
        client.clientId = QStringLiteral("latchkey-test");
        tokens.accessToken = QStringLiteral("gho_a+1");
        tokens.refreshToken = QStringLiteral("ghr_r/2=");
    }

    /// A server with a revocation endpoint (RFC 7009).
    void answerRevocation(const ScriptedServer::Answer &answer)
    {
        metadata.revocationEndpoint = server.at(revocationPath);
        server.answer(revocationPath, answer);
    }

    /// A server with GitHub's REST API for revocation.
    void answerDeletion(const ScriptedServer::Answer &answer)
    {
        client.clientSecret = QStringLiteral("geheim:+é");
        metadata.applicationsEndpoint = server.at(QStringLiteral("/api/v3/applications"));
        server.answer(deletionPath, answer);
    }

    void start()
    {
        revocation = std::make_unique<Revocation>(metadata, client, tokens, extent, limits);
        revocation->start(&context, answers.receiver());
    }

    QString sent(qsizetype index, const char *name) const
    {
        return formField(server.requests().value(index), QLatin1String(name)).value_or(QString());
    }
};

class TestRevocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refreshTokenGoesFirstThenTheAccessToken();
    void accessTokenAloneIsRevoked();
    void wholeGrantIsGivenBackInOneRequest();
    void withoutASecretTheTokensAreGivenBackInPlaceOfTheGrant();
    void confidentialClientSendsItsSecret();
    void refusedClientAuthenticatesTheOtherWayOnce_data();
    void refusedClientAuthenticatesTheOtherWayOnce();
    void methodIsThatOfTheEndpointOrTheTokens_data();
    void methodIsThatOfTheEndpointOrTheTokens();
    void nothingIsKeptBetweenTheRequests();
    void unknownTokenCountsAsRevoked();
    void refusalIsDenied();
    void serverThatCannotJustNowIsUnreachable_data();
    void serverThatCannotJustNowIsUnreachable();
    void refusalForGoodIsFinal_data();
    void refusalForGoodIsFinal();
    void kindThatIsNotRevokedIsSkipped_data();
    void kindThatIsNotRevokedIsSkipped();
    void redirectIsNotFollowed();
    void gitHubDeletesTheToken_data();
    void gitHubDeletesTheToken();
    void gitHubRefusalIsDenied_data();
    void gitHubRefusalIsDenied();
    void revocationEndpointIsPreferred();
    void whereThereIsNoWayItIsNotPossible();
    void deletionWithARequestInFlightEndsIt();
    void receiverMayDeleteTheRevocation();
};

void TestRevocation::refreshTokenGoesFirstThenTheAccessToken()
{
    World world;
    world.answerRevocation({});
    world.start();
    QCOMPARE(world.answers.count, 0);
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 2);
    for (const loopback::Request &request : world.server.requests()) {
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.header("Content-Type"), "application/x-www-form-urlencoded");
        QVERIFY(request.query.isEmpty());
        QVERIFY(request.header("Authorization").isNull());
        QVERIFY(!request.body.contains("client_secret"));
    }
    QCOMPARE(world.sent(0, "token"), QStringLiteral("ghr_r/2="));
    QCOMPARE(world.sent(0, "token_type_hint"), QStringLiteral("refresh_token"));
    QCOMPARE(world.sent(0, "client_id"), QStringLiteral("latchkey-test"));
    QCOMPARE(world.sent(1, "token"), QStringLiteral("gho_a+1"));
    QCOMPARE(world.sent(1, "token_type_hint"), QStringLiteral("access_token"));
    QCOMPARE(world.sent(1, "client_id"), QStringLiteral("latchkey-test"));
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestRevocation::refusedClientAuthenticatesTheOtherWayOnce_data()
{
    QTest::addColumn<bool>("isBasicFirst");
    QTest::addColumn<ScriptedServer::Answer>("refusal");
    for (const bool isBasicFirst : {true, false}) {
        const char *first = isBasicFirst ? "the header" : "the form";
        QTest::addRow("%s, 401", first) << isBasicFirst << json("", 401);
        QTest::addRow("%s, invalid_client", first) << isBasicFirst << json(R"({"error": "invalid_client"})", 400);
        QTest::addRow("%s, a page", first) << isBasicFirst << html("<html>", 401);
        QTest::addRow("%s, challenged by a page", first)
            << isBasicFirst
            << ScriptedServer::Answer{{.status = 401, .contentType = "text/html", .body = "<p>401", .headers = {{"WWW-Authenticate", "Basic"}}}};
    }
}

void TestRevocation::refusedClientAuthenticatesTheOtherWayOnce()
{
    QFETCH(bool, isBasicFirst);
    QFETCH(ScriptedServer::Answer, refusal);
    World world;
    world.answerRevocation({});
    world.client.clientSecret = QStringLiteral("s+1");
    world.client.authMethod = isBasicFirst ? ClientAuthMethod::Basic : ClientAuthMethod::Post;
    world.server.answer(revocationPath, [=](const loopback::Request &request) {
        return request.header("Authorization").isNull() != isBasicFirst ? refusal : ScriptedServer::Answer();
    });
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 3);
    QCOMPARE(world.sent(0, "token"), QStringLiteral("ghr_r/2="));
    QCOMPARE(world.sent(1, "token"), QStringLiteral("ghr_r/2="));
    QCOMPARE(world.sent(2, "token"), QStringLiteral("gho_a+1"));
    for (qsizetype i = 0; i < 3; ++i) {
        const bool isBasic = isBasicFirst == (i == 0);
        QCOMPARE(world.server.requests()[i].header("Authorization"),
                 isBasic ? "Basic " + QByteArray("latchkey-test:s%2B1").toBase64() : QByteArray());
        QCOMPARE(world.sent(i, "client_secret"), isBasic ? QString() : QStringLiteral("s+1"));
    }
}

void TestRevocation::methodIsThatOfTheEndpointOrTheTokens_data()
{
    using Method = std::optional<ClientAuthMethod>;
    QTest::addColumn<Method>("ofEndpoint");
    QTest::addColumn<Method>("ofTokens");
    QTest::addColumn<Method>("ofServer");
    QTest::addColumn<bool>("isBasic");
    const Method basic = ClientAuthMethod::Basic;
    const Method post = ClientAuthMethod::Post;
    QTest::newRow("nothing known") << Method() << Method() << Method() << false;
    QTest::newRow("as the server says") << Method() << Method() << basic << true;
    QTest::newRow("as the tokens were issued") << Method() << post << basic << false;
    QTest::newRow("what the endpoint takes only") << basic << post << post << true;
}

void TestRevocation::methodIsThatOfTheEndpointOrTheTokens()
{
    using Method = std::optional<ClientAuthMethod>;
    QFETCH(Method, ofEndpoint);
    QFETCH(Method, ofTokens);
    QFETCH(Method, ofServer);
    QFETCH(bool, isBasic);
    World world;
    world.answerRevocation({});
    world.client.clientSecret = QStringLiteral("geheim");
    world.metadata.revocationAuthMethod = ofEndpoint;
    world.metadata.tokenAuthMethod = ofServer;
    world.tokens.authMethod = ofTokens;
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(!world.server.requests().first().header("Authorization").isNull(), isBasic);
}

void TestRevocation::wholeGrantIsGivenBackInOneRequest()
{
    World world;
    const ScriptedServer::Answer done{.response = {.status = 204}};
    world.answerDeletion(done);
    world.server.answer(QStringLiteral("/api/v3/applications/latchkey-test/grant"), done);
    world.extent = Extent::Grant;
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 1);
    const loopback::Request request = world.server.requests().first();
    QCOMPARE(request.path, QStringLiteral("/api/v3/applications/latchkey-test/grant"));
    QCOMPARE(request.method, QByteArray("DELETE"));
    QCOMPARE(QJsonDocument::fromJson(request.body).object(), QJsonObject({{QStringLiteral("access_token"), world.tokens.accessToken}}));
}

void TestRevocation::withoutASecretTheTokensAreGivenBackInPlaceOfTheGrant()
{
    World world;
    world.answerRevocation({});
    world.metadata.applicationsEndpoint = world.server.at(QStringLiteral("/api/v3/applications"));
    world.extent = Extent::Grant;
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 2);
    QCOMPARE(world.sent(0, "token_type_hint"), QStringLiteral("refresh_token"));
}

void TestRevocation::accessTokenAloneIsRevoked()
{
    World world;
    world.tokens.refreshToken.clear();
    world.answerRevocation({});
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 1);
    QCOMPARE(world.sent(0, "token"), QStringLiteral("gho_a+1"));
}

void TestRevocation::confidentialClientSendsItsSecret()
{
    World world;
    world.client.clientSecret = QStringLiteral("a+b%c&d é");
    world.answerRevocation({});
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.sent(0, "client_secret"), QStringLiteral("a+b%c&d é"));
    QCOMPARE(world.sent(1, "client_secret"), QStringLiteral("a+b%c&d é"));
}

void TestRevocation::nothingIsKeptBetweenTheRequests()
{
    World world;
    world.answerRevocation({{.headers = {{"Set-Cookie", "a=b; Path=/"}}}});
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 2);
    QVERIFY(world.server.requests().last().header("Cookie").isNull());
}

void TestRevocation::unknownTokenCountsAsRevoked()
{
    World world; // RFC 7009 §2.2: 200 also for an invalid token. The body does not matter.
    world.answerRevocation(json(R"({"error": "invalid_token"})"));
    world.start();
    EXPECT_SUCCESS(world.answers);
}

void TestRevocation::refusalIsDenied()
{
    World world;
    world.answerRevocation(json(R"({"error": "invalid_client"})", 401));
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "invalid_client");
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestRevocation::serverThatCannotJustNowIsUnreachable_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<QString>("code");
    QTest::newRow("503") << ScriptedServer::Answer{{.status = 503, .headers = {{"Retry-After", "60"}}}}
                         << QStringLiteral("http_503");
    const auto rateLimited = [](int status) {
        ScriptedServer::Answer answer = json("{}", status);
        answer.response.headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "90"}};
        return answer;
    };
    ScriptedServer::Answer forbidden = json("{}", 403);
    forbidden.response.headers = {{"Retry-After", "60"}};
    QTest::newRow("429") << json("{}", 429) << QStringLiteral("limit_reached");
    QTest::newRow("429 with a reset") << rateLimited(429) << QStringLiteral("limit_reached");
    QTest::newRow("403 with Retry-After") << forbidden << QStringLiteral("limit_reached");
    QTest::newRow("403 with no requests left") << rateLimited(403) << QStringLiteral("limit_reached");
    QTest::newRow("403 in words") << json(R"({"message": "You have exceeded a secondary rate limit."})", 403) << QStringLiteral("limit_reached");
    QTest::newRow("temporarily_unavailable") << json(R"({"error": "temporarily_unavailable"})", 400) << QStringLiteral("temporarily_unavailable");
    QTest::newRow("server_error") << json(R"({"error": "server_error"})", 400) << QStringLiteral("server_error");
    QTest::newRow("408") << json("{}", 408) << QStringLiteral("http_408");
    QTest::newRow("425") << json("{}", 425) << QStringLiteral("http_425");
    QTest::newRow("500") << json("{}", 500) << QStringLiteral("http_500");
    QTest::newRow("a portal's page") << html("<html>") << QStringLiteral("http_200");
    QTest::newRow("a firewall's page") << html("<html>", 403) << QStringLiteral("http_403");
    QTest::newRow("a portal's redirect") << json("{}", 302) << QStringLiteral("http_302");
    QTest::newRow("hangs") << ScriptedServer::Answer{{}, Manner::Hang} << QStringLiteral("timed_out");
}

void TestRevocation::serverThatCannotJustNowIsUnreachable()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(QString, code);
    World world;
    if (answer.isEndless())
        world.limits = {.silence = 300ms, .total = 600ms};
    world.answerRevocation(answer);
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Unreachable, code);
    QCOMPARE(world.server.requests().size(), 1);
}

void TestRevocation::refusalForGoodIsFinal_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<QString>("code");
    QTest::newRow("unsupported_token_type") << json(R"({"error": "unsupported_token_type"})", 400) << QStringLiteral("unsupported_token_type");
    QTest::newRow("access_denied, though nobody was asked") << json(R"({"error": "access_denied"})", 403) << QStringLiteral("access_not_given");
    QTest::newRow("400 without a code") << json("{}", 400) << QStringLiteral("request_refused");
    QTest::newRow("400 without a body") << ScriptedServer::Answer{{.status = 400}} << QStringLiteral("request_refused");
    QTest::newRow("a page with a 404") << html("<html>", 404) << QStringLiteral("http_404");
    for (const int status : {405, 410, 415, 422, 451})
        QTest::addRow("%d", status) << json("{}", status) << QStringLiteral("http_%1").arg(status);
}

void TestRevocation::refusalForGoodIsFinal()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(QString, code);
    World world;
    world.answerRevocation(answer);
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, code);
}

void TestRevocation::kindThatIsNotRevokedIsSkipped_data()
{
    QTest::addColumn<QString>("unsupported");
    QTest::newRow("access tokens") << QStringLiteral("access_token");
    QTest::newRow("refresh tokens") << QStringLiteral("refresh_token");
}

void TestRevocation::kindThatIsNotRevokedIsSkipped()
{
    QFETCH(QString, unsupported);
    World world;
    world.answerRevocation({});
    world.server.answer(revocationPath, [=](const loopback::Request &request) {
        return formField(request, QStringLiteral("token_type_hint")) == unsupported
            ? json(R"({"error": "unsupported_token_type"})", 400)
            : ScriptedServer::Answer();
    });
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requests().size(), 2);
}

void TestRevocation::redirectIsNotFollowed()
{
    World world;
    ScriptedServer other;
    world.answerRevocation(redirectTo(other.origin(), 307));
    world.start();
    QTRY_COMPARE(world.answers.count, 1);
    QVERIFY(!*world.answers.last);
    settle();
    QCOMPARE(other.requests().size(), 0);
}

void TestRevocation::gitHubDeletesTheToken_data()
{
    QTest::addColumn<int>("status");
    QTest::addRow("204") << 204;
    QTest::addRow("404, not known any more") << 404;
}

void TestRevocation::gitHubDeletesTheToken()
{
    QFETCH(int, status);
    World world;
    world.answerDeletion({{.status = status}});
    world.start();
    EXPECT_SUCCESS(world.answers);
    const loopback::Request request = world.server.onlyRequestAt(deletionPath);
    QCOMPARE(request.method, "DELETE");
    QCOMPARE(request.header("Authorization"), "Basic " + QByteArray("latchkey-test:geheim:+é").toBase64());
    QCOMPARE(request.header("Accept"), "application/vnd.github+json");
    QCOMPARE(request.header("Content-Type"), "application/json");
    QCOMPARE(QJsonDocument::fromJson(request.body).object(),
             QJsonObject({{QStringLiteral("access_token"), QStringLiteral("gho_a+1")}}));
    QCOMPARE(world.server.requests().size(), 1);
}

void TestRevocation::gitHubRefusalIsDenied_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addRow("401") << 401 << QStringLiteral("client_refused");
    QTest::addRow("403") << 403 << QStringLiteral("access_refused");
    QTest::addRow("422") << 422 << QStringLiteral("http_422");
}

void TestRevocation::gitHubRefusalIsDenied()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    World world;
    world.answerDeletion(json(R"({"message": "no"})", status));
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, code);
}

void TestRevocation::revocationEndpointIsPreferred()
{
    World world;
    world.answerDeletion({{.status = 204}});
    world.answerRevocation({});
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requestsAt(revocationPath).size(), 2);
    QCOMPARE(world.server.requestsAt(deletionPath).size(), 0);
}

void TestRevocation::whereThereIsNoWayItIsNotPossible()
{
    World world;
    QVERIFY(!Revocation::isPossible(world.metadata, world.client));
    world.metadata.applicationsEndpoint = world.server.at(QStringLiteral("/api/v3/applications"));
    QVERIFY(!Revocation::isPossible(world.metadata, world.client)); // GitHub's API needs a secret.
    world.start();
    QCOMPARE(world.answers.count, 0);
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "not_possible");
    settle();
    QCOMPARE(world.server.requests().size(), 0);

    world.client.clientSecret = QStringLiteral("geheim");
    QVERIFY(Revocation::isPossible(world.metadata, world.client));
    world.client.clientSecret.clear();
    world.metadata.revocationEndpoint = world.server.at(revocationPath);
    QVERIFY(Revocation::isPossible(world.metadata, world.client));
}

void TestRevocation::deletionWithARequestInFlightEndsIt()
{
    World world;
    world.answerRevocation({{}, Manner::Hang});
    world.start();
    QTRY_COMPARE(world.server.requests().size(), 1);
    world.revocation.reset();
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    settle();
    QCOMPARE(world.answers.count, 0);
}

void TestRevocation::receiverMayDeleteTheRevocation()
{
    World world;
    world.answerRevocation({});
    world.revocation = std::make_unique<Revocation>(world.metadata, world.client, world.tokens);
    int count = 0;
    world.revocation->start(&world.context, [&](const Result<void> &) {
        ++count;
        world.revocation.reset();
    });
    QTRY_COMPARE(count, 1);
    settle();
    QCOMPARE(count, 1);
}

} // namespace tst_revocation

LATCHKEY_TEST(tst_revocation, TestRevocation, QCoreApplication)

#include "tst_revocation.moc"
