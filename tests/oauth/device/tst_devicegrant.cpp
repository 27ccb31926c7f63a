// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/device/devicegrant.h"
#include "support/answers.h"
#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QElapsedTimer>

namespace tst_devicegrant {

using namespace oauth;
using namespace std::chrono_literals;
using Manner = ScriptedServer::Manner;

const QString codePath = QStringLiteral("/device/code");
const QString tokenPath = QStringLiteral("/token");

constexpr std::chrono::milliseconds shortSecond = 4ms;

const ScriptedServer::Answer goodTokens = json(R"({"access_token": "gho_1", "token_type": "bearer", "scope": "read:user"})");

ScriptedServer::Answer error(const char *code, int status = 200)
{
    return json(QByteArray(R"({"error": "%1"})").replace("%1", code), status);
}

const ScriptedServer::Answer pending = error("authorization_pending");
const ScriptedServer::Answer slowDown = error("slow_down");

/// A server that issues a code and then answers polls in turn, and one attempt whose seconds last 4 ms.
struct World
{
    ScriptedServer server;
    AuthorizationServer metadata;
    ClientRegistration client;
    http::AnswerLimits limits;
    QList<ScriptedServer::Answer> turns; ///< The last one repeats.
    QList<std::chrono::milliseconds> arrivals; ///< Of the token requests.
    QElapsedTimer clock;
    QObject context;
    Answers<TokenSet> answers;
    std::unique_ptr<DeviceGrant> grant;
    QList<DeviceAuthorization> authorizations;

    World()
    {
        metadata.deviceAuthorizationEndpoint = server.at(codePath);
        metadata.tokenEndpoint = server.at(tokenPath);
        client.clientId = QStringLiteral("latchkey-test");
        client.scope = QStringLiteral("read:user user:email");
        give("900", "5");
        server.answer(tokenPath, [this](const loopback::Request &) {
            arrivals.append(std::chrono::milliseconds(clock.elapsed()));
            return turns.size() > 1 ? turns.takeFirst() : turns.first();
        });
    }

    /// The lifetime of the code and the interval, in the server's seconds.
    void give(const QByteArray &lifetime, const QByteArray &interval)
    {
        server.answer(codePath, json(R"({"device_code": "d+1/%=", "user_code": "WDJB-MJHT",
                                         "verification_uri": "https://example.org/device", "expires_in": )"
                                     + lifetime + R"(, "interval": )" + interval + "}"));
    }

    void start(std::chrono::milliseconds second = shortSecond)
    {
        clock.start();
        grant = std::make_unique<DeviceGrant>(metadata, client, limits, second);
        QObject::connect(grant.get(), &DeviceGrant::authorizationReceived, &context,
                         [this](const DeviceAuthorization &authorization) { authorizations.append(authorization); });
        grant->start(&context, answers.receiver());
    }

    qsizetype questionCount() const { return server.requestsAt(tokenPath).size(); }

    /// The shortest time between two polls, in the server's seconds.
    double shortestWait() const
    {
        auto shortest = std::chrono::milliseconds::max();
        for (qsizetype i = 1; i < arrivals.size(); ++i)
            shortest = std::min(shortest, arrivals[i] - arrivals[i - 1]);
        return double(shortest.count()) / double(shortSecond.count());
    }
};

class TestDeviceGrant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeIsShownAndTokensCome();
    void requestsCarryWhatTheRfcAsks();
    void secretIsSentWhereThereIsOne();
    void refusedClientAuthenticatesTheOtherWayOnce_data();
    void refusedClientAuthenticatesTheOtherWayOnce();
    void n33PollsNotSoonerThanTheInterval_data();
    void n33PollsNotSoonerThanTheInterval();
    void n33SlowDownAddsFiveSecondsForGood();
    void pauseThatTheServerAsksForIsKept_data();
    void pauseThatTheServerAsksForIsKept();
    void acceptedClientIsNotDoubtedByAGateway();
    void declineWithStatus401IsNotTheClientsFault();
    void n33LostConnectionDoublesTheWaitUntilTheNextAnswer_data();
    void n33LostConnectionDoublesTheWaitUntilTheNextAnswer();
    void onlyTheProtocolEndsThePolling_data();
    void onlyTheProtocolEndsThePolling();
    void n34RefusalEndsIt_data();
    void n34RefusalEndsIt();
    void n34CodeThatNobodyTypesExpires();
    void n34ServerThatIsSilentUntilTheEndMeansExpired();
    void refusalsUntilTheEndAreTheReason_data();
    void refusalsUntilTheEndAreTheReason();
    void n34DeletionEndsThePolling();
    void n35AddressAndCodeAreThereToBeShown();
    void n36NothingIsAskedBeforeTheStart();
    void n37ErrorsCountWithStatus200And400_data();
    void n37ErrorsCountWithStatus200And400();
    void serverWithoutDeviceFlowIsNotAsked();
    void codeThatCannotBeHadEndsIt_data();
    void codeThatCannotBeHadEndsIt();
    void receiverMayDeleteTheGrant();
    void receiverIsNotCalledWhenItsContextIsGone();
    void nothingSecretIsInAnError();
};

void TestDeviceGrant::codeIsShownAndTokensCome()
{
    World world;
    world.turns = {pending, pending, goodTokens};
    world.start();
    QVERIFY(!world.grant->authorization());
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->accessToken, QStringLiteral("gho_1"));
    QCOMPARE((*world.answers.last)->scopes, QStringList(QStringLiteral("read:user")));
    QCOMPARE(world.authorizations.size(), 1);
    QCOMPARE(world.questionCount(), 3);
    settle();
    QCOMPARE(world.answers.count, 1);
    QCOMPARE(world.questionCount(), 3);
}

void TestDeviceGrant::requestsCarryWhatTheRfcAsks()
{
    World world;
    world.turns = {goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    const loopback::Request forCode = world.server.onlyRequestAt(codePath);
    QCOMPARE(forCode.method, "POST");
    QCOMPARE(forCode.header("Accept"), "application/json");
    QCOMPARE(forCode.header("Content-Type"), "application/x-www-form-urlencoded");
    QVERIFY(forCode.query.isEmpty());
    QCOMPARE(formFieldNames(forCode), QStringList({QStringLiteral("client_id"), QStringLiteral("scope")}));
    QCOMPARE(formField(forCode, QStringLiteral("client_id")), QStringLiteral("latchkey-test"));
    QCOMPARE(formField(forCode, QStringLiteral("scope")), QStringLiteral("read:user user:email"));

    const loopback::Request forTokens = world.server.onlyRequestAt(tokenPath);
    QCOMPARE(forTokens.method, "POST");
    QVERIFY(forTokens.query.isEmpty());
    QCOMPARE(formFieldNames(forTokens),
             QStringList({QStringLiteral("client_id"), QStringLiteral("device_code"), QStringLiteral("grant_type")}));
    QCOMPARE(formField(forTokens, QStringLiteral("grant_type")),
             QStringLiteral("urn:ietf:params:oauth:grant-type:device_code"));
    QCOMPARE(formField(forTokens, QStringLiteral("device_code")), QStringLiteral("d+1/%="));
}

void TestDeviceGrant::secretIsSentWhereThereIsOne()
{
    World world;
    world.client.clientSecret = QStringLiteral("s+1 %");
    world.turns = {goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    for (const QString &path : {codePath, tokenPath})
        QCOMPARE(formField(world.server.onlyRequestAt(path), QStringLiteral("client_secret")), QStringLiteral("s+1 %"));
}

void TestDeviceGrant::refusedClientAuthenticatesTheOtherWayOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isBasicFirst");
    QTest::newRow("the form, for a code") << codePath << false;
    QTest::newRow("the header, for a code") << codePath << true;
    QTest::newRow("the form, in a poll") << tokenPath << false;
    QTest::newRow("the header, in a poll") << tokenPath << true;
}

void TestDeviceGrant::refusedClientAuthenticatesTheOtherWayOnce()
{
    QFETCH(QString, path);
    QFETCH(bool, isBasicFirst);
    World world;
    world.client.clientSecret = QStringLiteral("s+1");
    world.client.authMethod = isBasicFirst ? ClientAuthMethod::Basic : ClientAuthMethod::Post;
    const auto refusing = [isBasicFirst](const ScriptedServer::Answer &good) {
        return [=](const loopback::Request &request) {
            const bool isBasic = !request.header("Authorization").isNull();
            return isBasic == isBasicFirst ? json(R"({"error": "invalid_client"})", 401) : good;
        };
    };
    const auto code = json(R"({"device_code": "d", "user_code": "U", "verification_uri": "https://example.org/device"})");
    if (path == codePath)
        world.server.answer(codePath, refusing(code));
    else
        world.server.answer(tokenPath, refusing(goodTokens));
    world.turns = {goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->authMethod, isBasicFirst ? ClientAuthMethod::Post : ClientAuthMethod::Basic);
    QCOMPARE(world.server.requestsAt(path).size(), 2);
    QCOMPARE(world.server.requests().size(), 3);
}

void TestDeviceGrant::n33PollsNotSoonerThanTheInterval_data()
{
    QTest::addColumn<QByteArray>("interval");
    QTest::addColumn<int>("seconds");
    QTest::newRow("absent") << QByteArray("null") << 5;
    QTest::newRow("0") << QByteArray("0") << 5;
    QTest::newRow("5") << QByteArray("5") << 5;
    QTest::newRow("12") << QByteArray("12") << 12;
}

void TestDeviceGrant::n33PollsNotSoonerThanTheInterval()
{
    QFETCH(QByteArray, interval);
    QFETCH(int, seconds);
    World world;
    world.give("900", interval);
    world.turns = {pending, pending, pending, goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.grant->interval().count(), seconds);
    QCOMPARE(world.arrivals.size(), 4);
    // The first poll waits for an interval, too.
    QVERIFY2(world.arrivals.first() >= seconds * shortSecond, qPrintable(QString::number(world.arrivals.first().count())));
    QVERIFY2(world.shortestWait() >= seconds, qPrintable(QString::number(world.shortestWait())));
}

void TestDeviceGrant::n33SlowDownAddsFiveSecondsForGood()
{
    World world;
    world.turns = {slowDown, error("slow_down", 400), pending, pending, goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.grant->interval(), 15s);
    QCOMPARE(world.arrivals.size(), 5);
    QVERIFY(world.arrivals[1] - world.arrivals[0] >= 10 * shortSecond);
    for (qsizetype i = 2; i < 5; ++i)
        QVERIFY(world.arrivals[i] - world.arrivals[i - 1] >= 15 * shortSecond);
}

void TestDeviceGrant::pauseThatTheServerAsksForIsKept_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("interval");
    const auto asking = [](ScriptedServer::Answer answer) {
        answer.response.headers = {{"Retry-After", "60"}};
        return answer;
    };
    QTest::newRow("429") << asking(json("{}", 429)) << 60 << 5;
    QTest::newRow("503") << asking(html("<p>down", 503)) << 60 << 5;
    QTest::newRow("429, slow_down") << asking(error("slow_down", 429)) << 60 << 10;
    QTest::newRow("429, slow_down, no time") << error("slow_down", 429) << 10 << 10;
}

void TestDeviceGrant::pauseThatTheServerAsksForIsKept()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(int, seconds);
    QFETCH(int, interval);
    World world;
    world.turns = {answer, goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.arrivals.size(), 2);
    QVERIFY2(world.shortestWait() >= seconds, qPrintable(QString::number(world.shortestWait())));
    QCOMPARE(world.grant->interval().count(), interval);
}

void TestDeviceGrant::acceptedClientIsNotDoubtedByAGateway()
{
    World world;
    world.client.clientSecret = QStringLiteral("geheim");
    world.turns = {pending, json("", 401), html("<p>401", 401), pending, goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->authMethod, ClientAuthMethod::Post);
    for (const loopback::Request &request : world.server.requests())
        QVERIFY(request.header("Authorization").isNull());
}

void TestDeviceGrant::declineWithStatus401IsNotTheClientsFault()
{
    World world;
    world.client.clientSecret = QStringLiteral("geheim");
    world.turns = {pending, error("access_denied", 401)};
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "access_denied");
    QCOMPARE(world.questionCount(), 2);
}

void TestDeviceGrant::n33LostConnectionDoublesTheWaitUntilTheNextAnswer_data()
{
    QTest::addColumn<ScriptedServer::Answer>("error");
    QTest::newRow("time-out") << ScriptedServer::Answer{{}, Manner::Hang};
    QTest::newRow("reset") << ScriptedServer::Answer{{}, Manner::Reset};
    QTest::newRow("503") << html("<p>down", 503);
    QTest::newRow("429") << json("{}", 429);
    QTest::newRow("temporarily_unavailable") << error("temporarily_unavailable", 400);
}

void TestDeviceGrant::n33LostConnectionDoublesTheWaitUntilTheNextAnswer()
{
    QFETCH(ScriptedServer::Answer, error);
    World world;
    // Where it does not matter, on a busy computer it could be over before the question has arrived.
    world.limits.total = error.isEndless() ? 250ms : 30s;
    world.turns = {error, error, pending, goodTokens};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.arrivals.size(), 4);
    QVERIFY(world.arrivals[1] - world.arrivals[0] >= 10 * shortSecond);
    QVERIFY(world.arrivals[2] - world.arrivals[1] >= 20 * shortSecond);
    QVERIFY(world.arrivals[3] - world.arrivals[2] >= 5 * shortSecond);
    QCOMPARE(world.grant->interval(), 5s);
}

/// RFC 8628 §3.5: the polling goes on after authorization_pending, slow_down and whatever is no answer of the protocol. Any
/// other error code ends it.
void TestDeviceGrant::onlyTheProtocolEndsThePolling_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<bool>("endsIt");
    const auto goesOn = [](const char *name, const ScriptedServer::Answer &answer) { QTest::newRow(name) << answer << false; };
    const auto ends = [](const char *name, const ScriptedServer::Answer &answer) { QTest::newRow(name) << answer << true; };
    goesOn("authorization_pending", pending);
    goesOn("slow_down", slowDown);
    goesOn("temporarily_unavailable", error("temporarily_unavailable", 400));
    goesOn("server_error", error("server_error", 400));
    goesOn("a page, 200", html("<p>Sign in to the Wi-Fi"));
    goesOn("a page, 403", html("<p>Blocked", 403));
    goesOn("a page, 511", html("<p>Sign in", 511));
    goesOn("a redirect", redirectTo(QUrl(QStringLiteral("https://wifi.example/login"))));
    goesOn("empty, 200", json(""));
    goesOn("empty, 204", {{.status = 204}});
    goesOn("empty, 400", json("", 400));
    goesOn("empty, 401", json("", 401));
    goesOn("empty, 403", json("", 403));
    goesOn("empty, 404", json("", 404));
    goesOn("408", json("", 408));
    goesOn("429", json("", 429));
    goesOn("500", json("", 500));
    goesOn("not JSON", json("{\"error\":"));
    goesOn("a list", json("[]"));
    goesOn("an object without a member that is known", json(R"({"status": "ok"})"));
    goesOn("an error that is an object, 400", json(R"({"error": {"code": 1}})", 400));
    goesOn("an error that is null, 400", json(R"({"error": null})", 400));
    goesOn("an error that is empty, 400", json(R"({"error": ""})", 400));
    goesOn("a token that is none", json(R"({"access_token": 5})"));
    goesOn("cut off", {goodTokens.response, Manner::CutOff});
    goesOn("10 MB", json(QByteArray(10'000'000, ' ')));
    goesOn("reset", {{}, Manner::Reset});
    ends("access_denied", error("access_denied"));
    ends("expired_token", error("expired_token", 400));
    ends("invalid_grant", error("invalid_grant", 400));
    ends("invalid_client", error("invalid_client", 401));
    ends("invalid_request", error("invalid_request", 400));
    ends("an error code that nobody knows", error("what_is_this", 400));
}

void TestDeviceGrant::onlyTheProtocolEndsThePolling()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(bool, endsIt);
    World world;
    world.turns = {answer, goodTokens};
    world.start();
    QTRY_COMPARE(world.answers.count, 1);
    QCOMPARE(!*world.answers.last, endsIt);
    QCOMPARE(world.questionCount(), endsIt ? 1 : 2);
}

void TestDeviceGrant::n34RefusalEndsIt_data()
{
    QTest::addColumn<QByteArray>("code");
    for (const char *code : {"access_denied", "expired_token", "incorrect_device_code", "incorrect_client_credentials",
                             "unsupported_grant_type", "device_flow_disabled", "invalid_grant"})
        QTest::newRow(code) << QByteArray(code);
}

void TestDeviceGrant::n34RefusalEndsIt()
{
    QFETCH(QByteArray, code);
    World world;
    world.turns = {pending, error(code)};
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, code);
    QCOMPARE(world.questionCount(), 2);
    QTest::qWait(20 * shortSecond.count());
    QCOMPARE(world.questionCount(), 2);
    QCOMPARE(world.answers.count, 1);
}

void TestDeviceGrant::n34CodeThatNobodyTypesExpires()
{
    World world;
    world.give("18", "5");
    world.turns = {pending};
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "expired_token");
    QVERIFY(world.questionCount() <= 3);
    QVERIFY(std::chrono::milliseconds(world.clock.elapsed()) >= 18 * shortSecond);
    // A new attempt gets a new code.
    world.give("900", "1");
    world.turns = {goodTokens};
    world.answers = {};
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.authorizations.size(), 2);
}

void TestDeviceGrant::n34ServerThatIsSilentUntilTheEndMeansExpired()
{
    World world;
    world.give("40", "5");
    world.turns = {{{}, Manner::Reset}};
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "expired_token");
}

void TestDeviceGrant::refusalsUntilTheEndAreTheReason_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("401") << json("", 401) << Error::Kind::Denied << QStringLiteral("client_refused");
    QTest::newRow("403") << json("", 403) << Error::Kind::Denied << QStringLiteral("access_refused");
    QTest::newRow("a page") << html("<p>Wi-Fi") << Error::Kind::Malformed << QStringLiteral("web_page");
    QTest::newRow("503") << json("", 503) << Error::Kind::Denied << QStringLiteral("expired_token");
}

void TestDeviceGrant::refusalsUntilTheEndAreTheReason()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    World world;
    world.give("40", "5");
    world.turns = {pending, answer};
    world.start();
    EXPECT_ERROR(world.answers, kind, code);
    QVERIFY(std::chrono::milliseconds(world.clock.elapsed()) >= 40 * shortSecond);
}

void TestDeviceGrant::n34DeletionEndsThePolling()
{
    World world;
    world.turns = {{{}, Manner::Hang}};
    world.start();
    QTRY_COMPARE(world.questionCount(), 1);
    world.grant.reset();
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    QTest::qWait(20 * shortSecond.count());
    QCOMPARE(world.questionCount(), 1);
    QCOMPARE(world.answers.count, 0);
}

void TestDeviceGrant::n35AddressAndCodeAreThereToBeShown()
{
    World world;
    world.server.answer(codePath, json(R"({"device_code": "d1", "user_code": "WDJB-MJHT", "expires_in": 900,
                                           "verification_uri": "https://example.org/device",
                                           "verification_uri_complete": "https://example.org/device?c=WDJB-MJHT"})"));
    world.turns = {pending};
    const QDateTime start = QDateTime::currentDateTimeUtc();
    world.start();
    QTRY_COMPARE(world.authorizations.size(), 1);
    const DeviceAuthorization &authorization = world.authorizations.first();
    QCOMPARE(authorization.userCode, QStringLiteral("WDJB-MJHT"));
    QCOMPARE(authorization.verificationUri, QUrl(QStringLiteral("https://example.org/device")));
    QCOMPARE(authorization.verificationUriComplete, QUrl(QStringLiteral("https://example.org/device?c=WDJB-MJHT")));
    QVERIFY(authorization.expiresAt >= start.addSecs(900));
    QCOMPARE(world.grant->authorization()->userCode, authorization.userCode);
}

void TestDeviceGrant::n36NothingIsAskedBeforeTheStart()
{
    World world;
    world.grant = std::make_unique<DeviceGrant>(world.metadata, world.client, world.limits, shortSecond);
    settle();
    QCOMPARE(world.server.requests().size(), 0);
    QVERIFY(!world.grant->authorization());
}

void TestDeviceGrant::n37ErrorsCountWithStatus200And400_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("GitHub") << 200;
    QTest::newRow("RFC 8628") << 400;
}

void TestDeviceGrant::n37ErrorsCountWithStatus200And400()
{
    QFETCH(int, status);
    World world;
    world.turns = {error("authorization_pending", status), error("slow_down", status), error("access_denied", status)};
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "access_denied");
    QCOMPARE(world.questionCount(), 3);
    QCOMPARE(world.grant->interval(), 10s);
}

void TestDeviceGrant::serverWithoutDeviceFlowIsNotAsked()
{
    World world;
    world.metadata.deviceAuthorizationEndpoint.clear();
    QVERIFY(!DeviceGrant::isPossible(world.metadata));
    world.start();
    QCOMPARE(world.answers.count, 0);
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "device_flow_unsupported");
    QCOMPARE(world.server.requests().size(), 0);
}

void TestDeviceGrant::codeThatCannotBeHadEndsIt_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("disabled") << error("device_flow_disabled") << Error::Kind::Denied
                              << QStringLiteral("device_flow_disabled");
    QTest::newRow("wrong client") << error("incorrect_client_credentials") << Error::Kind::Denied
                                  << QStringLiteral("incorrect_client_credentials");
    QTest::newRow("404") << json("{}", 404) << Error::Kind::Denied << QStringLiteral("endpoint_missing");
    QTest::newRow("503") << json("{}", 503) << Error::Kind::Unreachable << QStringLiteral("http_503");
    QTest::newRow("silence") << ScriptedServer::Answer{{}, Manner::Hang} << Error::Kind::Unreachable
                             << QStringLiteral("timed_out");
    QTest::newRow("a page") << html("<p>hello") << Error::Kind::Malformed << QStringLiteral("web_page");
    QTest::newRow("a redirect") << redirectTo(QUrl(QStringLiteral("https://example.org"))) << Error::Kind::Malformed
                                << QStringLiteral("device_authorization_response");
    QTest::newRow("a program to open") << json(R"({"device_code": "d1", "user_code": "U",
                                                   "verification_uri": "file:///bin/true"})")
                                       << Error::Kind::Malformed << QStringLiteral("device_authorization_response");
}

void TestDeviceGrant::codeThatCannotBeHadEndsIt()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    World world;
    world.limits.total = 200ms;
    world.server.answer(codePath, answer);
    world.start();
    EXPECT_ERROR(world.answers, kind, code);
    QCOMPARE(world.authorizations.size(), 0);
    QCOMPARE(world.questionCount(), 0);
}

void TestDeviceGrant::receiverMayDeleteTheGrant()
{
    World world;
    world.turns = {goodTokens};
    world.grant = std::make_unique<DeviceGrant>(world.metadata, world.client, world.limits, shortSecond);
    world.grant->start(&world.context, [&](const Result<TokenSet> &tokens) {
        world.grant.reset();
        world.answers.receiver()(tokens);
    });
    EXPECT_SUCCESS(world.answers);
}

void TestDeviceGrant::receiverIsNotCalledWhenItsContextIsGone()
{
    World world;
    auto context = std::make_unique<QObject>();
    world.turns = {goodTokens};
    world.grant = std::make_unique<DeviceGrant>(world.metadata, world.client, world.limits, shortSecond);
    world.grant->start(context.get(), world.answers.receiver());
    context.reset();
    QTRY_COMPARE(world.questionCount(), 1);
    settle();
    QCOMPARE(world.answers.count, 0);
}

void TestDeviceGrant::nothingSecretIsInAnError()
{
    World world;
    world.client.clientSecret = QStringLiteral("hunter2hunter2hunter2hunter2hunter2");
    world.server.answer(tokenPath, [](const loopback::Request &request) {
        return json(R"({"error": "invalid_request", "error_description": "I was sent )" + request.body + "\"}", 400);
    });
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "invalid_request");
    QVERIFY(!world.answers.toText().contains("hunter2"));
}

} // namespace tst_devicegrant

LATCHKEY_TEST(tst_devicegrant, TestDeviceGrant, QCoreApplication)

#include "tst_devicegrant.moc"
