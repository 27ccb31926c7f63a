// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QSignalSpy>

namespace tst_account {

using demo::Endpoint;

/// A signed-in account whose token has an hour left.
struct World : DemoWorld
{
    explicit World(const demo::DemoProvider::Options &options = {}) : DemoWorld(options)
    {
        if (!signIn() || !restart())
            qFatal("nobody is signed in");
        countBefore();
    }

    /// Makes the demo provider an OpenID provider.
    void switchToOidc()
    {
        provider.api = Provider::Api::Oidc;
        provider.server.userinfoEndpoint = userUrl();
        server.account().insert(QStringLiteral("sub"), QStringLiteral("8150042"));
        if (!restart())
            qFatal("nobody is signed in");
    }

    void countBefore()
    {
        m_refreshesBefore = count(Endpoint::Token);
        m_asksBefore = count(Endpoint::User);
    }

    Account &account() const { return *session->account(); }
    QUrl partsUrl() const { return provider.apiBaseUrl.resolved(QUrl(QStringLiteral("/api/v3/parts"))); }
    QUrl userUrl() const { return provider.apiBaseUrl.resolved(QUrl(QStringLiteral("/api/v3/user"))); }
    void ask(const QUrl &url) { account().resources().ask(Question{QNetworkRequest(url)}, &context, answers.receiver()); }
    void ask() { ask(userUrl()); }

    /// Sets the clock ahead, to bring the token near or past its expiry without waiting.
    void letTimePass(std::chrono::seconds time) { now = now.addSecs(time.count()); }

    int refreshCount() const { return count(Endpoint::Token) - m_refreshesBefore; }
    int askCount() const { return count(Endpoint::User) - m_asksBefore; }
    QByteArray lastToken() const { return server.lastRequest(Endpoint::User).header("authorization"); }
    bool isSignedIn() const { return session->state() == Session::State::SignedIn; }

    QObject context;
    Answers<QByteArray> answers;

private:
    int m_refreshesBefore = 0;
    int m_asksBefore = 0;
};

constexpr std::chrono::minutes nearExpiry(58);
constexpr std::chrono::hours pastExpiry(2);

/// A value that says whether it lacks something.
struct Parts
{
    QByteArray text;
    bool isPartial() const { return text.startsWith("some"); }
};

struct PartsQuestion
{
    using Value = Parts;
    explicit PartsQuestion(const QUrl &url) : request(url) { }

    QNetworkRequest request;
    std::function<Result<Parts>(const http::Answer &)> read = [](const http::Answer &answer) { return Parts{answer.body}; };
    QByteArray body = {};
    QByteArray method = {};
};

const QList<loopback::Header> fromGitHub{{"X-GitHub-Request-Id", "TEST:1"}};

class AccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestCarriesTheTokenInItsHeaderOnly()
    {
        World world;
        world.ask();
        QCOMPARE(world.answers.count, 0);
        EXPECT_SUCCESS(world.answers);
        QVERIFY((*world.answers.last)->contains("ada-demo"));
        QCOMPARE(world.lastToken(), "Bearer " + world.stored().tokens.accessToken.toLatin1());
        QVERIFY(world.server.lastRequest(Endpoint::User).query.isEmpty());
        QCOMPARE(world.refreshCount(), 0);
    }

    void aRequestWithABodyIsPostedAndCachedByItsBody()
    {
        World world;
        QNetworkRequest request(world.userUrl());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const Question first{.request = request, .body = "first"};
        const Question second{.request = request, .body = "second"};
        world.server.misbehave(Endpoint::User, answer(200, "one"));
        world.account().resources().ask(first, &world.context, world.answers.receiver());
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.server.lastRequest(Endpoint::User).method, "POST");
        QCOMPARE(world.server.lastRequest(Endpoint::User).body, "first");
        QCOMPARE(world.server.lastRequest(Endpoint::User).path, QStringLiteral("/api/v3/user"));
        QCOMPARE(world.account().resources().cached(first)->value, "one");
        QVERIFY(!world.account().resources().cached(second));
    }

    void aReaderSeesTheHeadersOfAFreshAnswer()
    {
        World world;
        QByteArray scopes;
        Question question{QNetworkRequest(world.userUrl())};
        question.read = [&](const http::Answer &answer) -> Result<QByteArray> {
            scopes = answer.header("x-oauth-scopes");
            return answer.body;
        };
        world.account().resources().ask(question, &world.context, world.answers.receiver());
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(scopes, "read:user");
        QVERIFY(world.account().resources().cached(question));
        QVERIFY(scopes.isNull());
    }

    void aRequestWithAMethodIsNeverCached()
    {
        World world;
        const Question question{.request = QNetworkRequest(world.userUrl()), .method = "PATCH"};
        world.ask();
        EXPECT_SUCCESS(world.answers);
        world.server.misbehave(Endpoint::NotificationsRead, {.response = {.status = 205, .headers = {{"ETag", "\"x\""}}}, .times = -1});
        Answers<QByteArray> answers;
        world.account().resources().ask(question, &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
        QCOMPARE(world.server.lastRequest(Endpoint::NotificationsRead).method, "PATCH");
        QVERIFY(world.server.lastRequest(Endpoint::NotificationsRead).header("if-none-match").isNull());
        QVERIFY(world.account().resources().cached(Question{QNetworkRequest(world.userUrl())})->value.contains("ada-demo"));
    }

    void aPartialAnswerReplacesNoWholeOneOfTheSameDay()
    {
        World world;
        const auto ask = [&world](const QByteArray &body) {
            Answers<Parts> answers;
            world.server.misbehave(Endpoint::Other, answer(200, body));
            world.account().resources().ask(PartsQuestion(world.partsUrl()), &world.context, answers.receiver());
            EXPECT_SUCCESS(answers);
            QCOMPARE((*answers.last)->text, body);
        };
        const auto cached = [&world] { return world.account().resources().cached(PartsQuestion(world.partsUrl()))->value.text; };
        ask("some, 1");
        QCOMPARE(cached(), QByteArray("some, 1")); // Better than nothing.
        ask("some, 2");
        QCOMPARE(cached(), QByteArray("some, 2"));
        ask("whole");
        ask("some, 3");
        QCOMPARE(cached(), QByteArray("whole"));
        world.letTimePass(std::chrono::hours(25));
        ask("some, 4");
        QCOMPARE(cached(), QByteArray("some, 4"));
        ask("some, 5");
        QCOMPARE(cached(), QByteArray("some, 5"));
    }

    void singleSignOnLeadsOnlyToThePageOfTheProvider_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("page");
        const QByteArray path = "/orgs/harbour-works/sso?authorization_request=A1";
        QTest::newRow("the provider's page") << QByteArray("required; url=@" + path) << QString::fromLatin1("@" + path);
        QTest::newRow("another host") << QByteArray("required; url=https://evil.example" + path) << QString();
        QTest::newRow("a host that begins like it") << QByteArray("required; url=@.evil.example/sso") << QString();
        QTest::newRow("another scheme") << QByteArray("required; url=javascript:alert(1)") << QString();
        QTest::newRow("no page") << QByteArray("required") << QString();
    }

    void singleSignOnLeadsOnlyToThePageOfTheProvider()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, page);
        World world;
        const QByteArray origin = world.server.origin().toEncoded();
        world.server.misbehave(Endpoint::User, answer(403, R"({"message": "Resource protected by organization SAML enforcement."})",
                                                      fromGitHub + QList<loopback::Header>{{"X-GitHub-SSO", header.replace('@', origin)}}));
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Denied, QStringLiteral("sso_required"));
        QCOMPARE(world.answers.last->error().page, QUrl(page.replace(QLatin1Char('@'), QString::fromLatin1(origin))));
        QVERIFY(world.isSignedIn());
    }

    void leftOutOrganizationsAreCounted()
    {
        World world;
        QSignalSpy changed(&world.account().resources(), &ResourceClient::organizationsLeftOutChanged);
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.account().resources().organizationsLeftOut(), 0);
        world.server.misbehave(Endpoint::User, answer(200, "{}", {{"X-GitHub-SSO", "partial-results; organizations=21955855,20582480"}}));
        for (int asked = 0; asked < 2; ++asked) {
            Answers<QByteArray> answers;
            world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, answers.receiver());
            EXPECT_SUCCESS(answers);
        }
        QCOMPARE(world.account().resources().organizationsLeftOut(), 2);
        QCOMPARE(changed.size(), 1);
    }

    void requestsStopBeforeTheRateLimitIsUsedUp()
    {
        World world;
        const QByteArray reset = QByteArray::number(world.now.addSecs(600).toSecsSinceEpoch());
        world.server.misbehave(Endpoint::User, answer(200, "{}", {{"X-GitHub-Request-Id", "T:1"},
                                                                  {"X-RateLimit-Limit", "5000"},
                                                                  {"X-RateLimit-Remaining", "4"},
                                                                  {"X-RateLimit-Reset", reset}}));
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.account().resources().rateLimits().byResource()[QStringLiteral("core")].limit, 5000);
        QCOMPARE(world.account().resources().rateLimits().byResource()[QStringLiteral("core")].remaining, 4);
        Answers<QByteArray> refused;
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, refused.receiver());
        EXPECT_ERROR(refused, Error::Kind::Unreachable, QStringLiteral("rate_limited"));
        QCOMPARE(world.askCount(), 1);
        world.letTimePass(std::chrono::minutes(11));
        Answers<QByteArray> later;
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, later.receiver());
        EXPECT_SUCCESS(later);
        QCOMPARE(world.askCount(), 2);
    }

    void anExhaustedRateLimitBlocksOnlyItsResource()
    {
        World world;
        const QByteArray reset = QByteArray::number(world.now.addSecs(600).toSecsSinceEpoch());
        world.server.misbehave(Endpoint::User, answer(200, "{}", {{"X-GitHub-Request-Id", "T:1"},
                                                                  {"X-RateLimit-Resource", "graphql"},
                                                                  {"X-RateLimit-Remaining", "0"},
                                                                  {"X-RateLimit-Reset", reset}}));
        world.ask();
        EXPECT_SUCCESS(world.answers);
        Answers<QByteArray> again;
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, again.receiver());
        EXPECT_SUCCESS(again);
        QUrl graphQl = world.userUrl();
        graphQl.setPath(QStringLiteral("/api/graphql"));
        Answers<QByteArray> refused;
        world.account().resources().ask(Question{.request = QNetworkRequest(graphQl), .body = "{}"}, &world.context, refused.receiver());
        EXPECT_ERROR(refused, Error::Kind::Unreachable, QStringLiteral("rate_limited"));
        QVERIFY(refused.last->error().retryAfter >= std::chrono::seconds(599)); // The reset comes in whole seconds.
        QCOMPARE(world.count(Endpoint::GraphQl), 0);
    }

    void tooManyRequestsPauseForRetryAfterOrAMinute_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QList<loopback::Header>>("headers");
        QTest::addColumn<int>("seconds");
        QTest::newRow("with Retry-After") << 429 << QList<loopback::Header>{{"Retry-After", "9"}, {"X-GitHub-Request-Id", "T:1"}} << 9;
        QTest::newRow("without Retry-After") << 429 << fromGitHub << 60;
        QTest::newRow("429 with a reset") << 429 << fromGitHub + QList<loopback::Header>{{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "90"}} << 90;
        QTest::newRow("GitHub's secondary limit")
            << 403 << QList<loopback::Header>{{"Retry-After", "60"}, {"X-GitHub-Request-Id", "T:1"}} << 60;
    }

    void tooManyRequestsPauseForRetryAfterOrAMinute()
    {
        QFETCH(int, status);
        QFETCH(QList<loopback::Header>, headers);
        QFETCH(int, seconds);
        World world;
        world.server.misbehave(Endpoint::User, answer(status, "{}", headers));
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Unreachable, QStringLiteral("rate_limited"));
        QCOMPARE(world.answers.last->error().retryAfter, std::chrono::seconds(seconds));
        Answers<QByteArray> refused;
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, refused.receiver());
        EXPECT_ERROR(refused, Error::Kind::Unreachable, QStringLiteral("rate_limited"));
        QCOMPARE(world.askCount(), 1);
        QVERIFY(world.isSignedIn());
    }

    /// The 401 has the limit of those who come without a token; a proxy has its own.
    void noLimitIsLearntFromAnAnswerThatIsNotAboutThisAccount_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isFromServer");
        QTest::newRow("a 401 of the server") << 401 << true;
        QTest::newRow("a 401 of a proxy") << 401 << false;
        QTest::newRow("a 403 of a proxy") << 403 << false;
        QTest::newRow("a 200 of a proxy") << 200 << false;
    }

    void noLimitIsLearntFromAnAnswerThatIsNotAboutThisAccount()
    {
        QFETCH(int, status);
        QFETCH(bool, isFromServer);
        World world;
        const QByteArray reset = QByteArray::number(world.now.addSecs(3000).toSecsSinceEpoch());
        demo::Fault fault = answer(status, "{}", {{"X-RateLimit-Limit", "60"}, {"X-RateLimit-Remaining", "0"},
                                                  {"X-RateLimit-Reset", reset}, {"Retry-After", "3000"}});
        if (isFromServer)
            fault.response.headers += fromGitHub;
        fault.times = 1;
        world.server.misbehave(Endpoint::User, fault);
        world.ask();
        QTRY_COMPARE(world.answers.count, 1);
        Answers<QByteArray> next;
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, next.receiver());
        EXPECT_SUCCESS(next);
        QCOMPARE(world.account().resources().rateLimits().byResource()[QStringLiteral("core")].limit, 5000);
    }

    /// Such as nginx before the server, which counts for itself.
    void aLimitOfAFrontEndPausesOnlyItsUrl_data()
    {
        QTest::addColumn<QList<loopback::Header>>("headers");
        QTest::addColumn<int>("seconds");
        QTest::newRow("without Retry-After") << QList<loopback::Header>() << 60;
        QTest::newRow("with Retry-After") << QList<loopback::Header>{{"Retry-After", "90"}} << 90;
        QTest::newRow("with a day") << QList<loopback::Header>{{"Retry-After", "86400"}} << 3600;
    }

    void aLimitOfAFrontEndPausesOnlyItsUrl()
    {
        QFETCH(QList<loopback::Header>, headers);
        QFETCH(int, seconds);
        World world;
        demo::Fault fault = answer(429, "<h1>429 Too Many Requests</h1>", headers);
        fault.response.contentType = "text/html";
        fault.times = 1;
        world.server.misbehave(Endpoint::User, fault);
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Unreachable, QStringLiteral("rate_limited"));
        const auto askAt = [&](const QUrl &url) {
            Answers<QByteArray> answers;
            world.account().resources().ask(Question{QNetworkRequest(url)}, &world.context, answers.receiver());
            return QTest::qWaitFor([&] { return answers.count == 1; }) && *answers.last;
        };
        QVERIFY(!askAt(world.userUrl()));
        QCOMPARE(world.askCount(), 1);
        QUrl other = world.userUrl();
        other.setQuery(QStringLiteral("page=2"));
        QVERIFY(askAt(other));
        world.now = world.now.addSecs(seconds);
        QVERIFY(askAt(world.userUrl()));
        QVERIFY(world.account().resources().rateLimits().byResource().contains(QStringLiteral("core")));
    }

    void noLimitIsLearntFromARequestWithoutAToken()
    {
        World world;
        ScriptedServer pictures;
        pictures.answer(QStringLiteral("/a.png"), [](const loopback::Request &) {
            auto answer = json("{}", 403);
            answer.response.headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "600"}, {"X-GitHub-Request-Id", "1"}};
            return answer;
        });
        world.ask(pictures.at(QStringLiteral("/a.png")));
        QTRY_COMPARE(world.answers.count, 1);
        QVERIFY(world.account().resources().rateLimits().byResource().isEmpty());
    }

    void aRefusedTokenIsRefreshedOnceAndTheRequestRetriedOnce()
    {
        World world;
        const QString before = world.stored().tokens.accessToken;
        world.server.expireAccessTokens();
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.askCount(), 2);
        QVERIFY(world.stored().tokens.accessToken != before);
        QCOMPARE(world.lastToken(), "Bearer " + world.stored().tokens.accessToken.toLatin1());
    }

    void manyRequestsAtExpiryCauseOneRefreshAndNoFailure_data()
    {
        QTest::addColumn<bool>("clockKnows");
        QTest::newRow("the clock says so") << true;
        QTest::newRow("only the server knows") << false;
    }

    void manyRequestsAtExpiryCauseOneRefreshAndNoFailure()
    {
        QFETCH(bool, clockKnows);
        World world;
        world.server.expireAccessTokens();
        if (clockKnows)
            world.letTimePass(pastExpiry);
        Answers<QByteArray> each[100];
        for (Answers<QByteArray> &answers : each)
            world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, answers.receiver());
        for (const Answers<QByteArray> &answers : each)
            EXPECT_SUCCESS(answers);
        QCOMPARE(world.refreshCount(), 1);
        if (clockKnows)
            QCOMPARE(world.askCount(), 100);
        QVERIFY(world.isSignedIn());
    }

    void aRequestNearExpiryWaitsForTheNewToken()
    {
        World world;
        world.letTimePass(nearExpiry);
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.askCount(), 1);
        QCOMPARE(world.lastToken(), "Bearer " + world.stored().tokens.accessToken.toLatin1());
    }

    void aTokenIsRefreshedAheadOfExpiryWithoutARequest()
    {
        World world;
        QVERIFY(world.restart([&](StoredSession &entry) { entry.tokens.expiresAt = world.now.addSecs(299); }));
        QSignalSpy refreshed(&world.account().tokens(), &AccessTokens::refreshed);
        QTRY_COMPARE(refreshed.count(), 1);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.askCount(), 0);
        QCOMPARE(world.account().expiresAt(), world.stored().tokens.expiresAt);
        QVERIFY(world.account().expiresAt() > world.now.addSecs(7 * 3600));
    }

    void withoutRotationTheRefreshTokenStays()
    {
        World world({.rotateRefreshTokens = false});
        const QString before = world.stored().tokens.refreshToken;
        for (int i = 1; i <= 2; ++i) {
            world.server.expireAccessTokens();
            world.answers = {};
            world.ask();
            EXPECT_SUCCESS(world.answers);
            QCOMPARE(world.refreshCount(), i);
        }
        QCOMPARE(world.stored().tokens.refreshToken, before);
    }

    void aValidTokenIsUsedIfTheRefreshFails()
    {
        World world;
        const QString before = world.stored().tokens.accessToken;
        world.letTimePass(nearExpiry);
        world.server.misbehave(Endpoint::Token, answer(503));
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.lastToken(), "Bearer " + before.toLatin1());
    }

    void anUnreachableServerAtExpiryKeepsTheSession()
    {
        World world;
        world.letTimePass(pastExpiry);
        world.server.misbehave(Endpoint::Token, answer(503));
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Unreachable, "http_503");
        QCOMPARE(world.askCount(), 0);
        QVERIFY(world.isSignedIn());
        world.server.behave();
        world.answers = {};
        world.ask();
        EXPECT_SUCCESS(world.answers);
    }

    void aFailedRefreshKeepsTheSession_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        const auto page = QByteArray("<!DOCTYPE html><title>Log in to the hotel's network</title>");
        demo::Fault captive = answer(200, page);
        captive.response.contentType = "text/html";
        QTest::newRow("500") << answer(500) << Error::Kind::Unreachable;
        QTest::newRow("503 with an OAuth error") << answer(503, R"({"error": "invalid_grant"})") << Error::Kind::Unreachable;
        QTest::newRow("429") << answer(429) << Error::Kind::Unreachable;
        QTest::newRow("temporarily_unavailable") << answer(400, R"({"error": "temporarily_unavailable"})") << Error::Kind::Unreachable;
        QTest::newRow("captive portal") << captive << Error::Kind::Malformed;
        QTest::newRow("empty") << answer(200) << Error::Kind::Malformed;
        QTest::newRow("no token") << answer(200, "{}") << Error::Kind::Malformed;
        QTest::newRow("redirect") << answer(302, {}, {{"Location", "https://proxy.example.org/"}}) << Error::Kind::Malformed;
        QTest::newRow("invalid_client") << answer(401, R"({"error": "invalid_client"})") << Error::Kind::Denied;
        QTest::newRow("403 from a proxy") << answer(403, "no") << Error::Kind::Denied;
        QTest::newRow("reset") << demo::Fault{.kind = demo::Fault::Kind::Reset, .times = -1} << Error::Kind::Unreachable;
        QTest::newRow("silence") << hang() << Error::Kind::Unreachable;
    }

    void aFailedRefreshKeepsTheSession()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(Error::Kind, kind);
        World world;
        const QByteArray entry = world.store.entries.value(world.key);
        world.server.misbehave(Endpoint::Token, fault);
        Answers<void> answers;
        world.account().tokens().refresh(&world.context, answers.receiver());
        QTRY_COMPARE_WITH_TIMEOUT(answers.count, 1, 20000);
        QVERIFY(!*answers.last);
        QVERIFY2(answers.last->error().kind == kind, answers.toText());
        QVERIFY(world.isSignedIn());
        QCOMPARE(world.store.entries.value(world.key), entry);
        world.server.behave();
        answers = {};
        world.account().tokens().refresh(&world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
    }

    void aRefusedRefreshTokenEndsTheSession_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::newRow("invalid_grant, as in RFC 6749") << answer(400, R"({"error": "invalid_grant"})");
        QTest::newRow("bad_refresh_token, as from GitHub") << answer(200, R"({"error": "bad_refresh_token"})");
    }

    void aRefusedRefreshTokenEndsTheSession()
    {
        QFETCH(demo::Fault, fault);
        World world;
        world.server.misbehave(Endpoint::Token, fault);
        world.server.expireAccessTokens();
        world.ask();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QVERIFY(!world.session->account());
        QCOMPARE(world.session->lastEnd()->reason, EndReason::RefreshRefused);
        QTRY_VERIFY(world.isForgotten());
        QCOMPARE(world.answers.count, 0);
    }

    void simultaneousRefreshesAreOne()
    {
        World world;
        Answers<void> first;
        Answers<void> second;
        world.account().tokens().refresh(&world.context, first.receiver());
        world.account().tokens().refresh(&world.context, second.receiver());
        QCOMPARE(first.count, 0);
        EXPECT_SUCCESS(first);
        EXPECT_SUCCESS(second);
        QCOMPARE(world.refreshCount(), 1);
    }

    void refreshingWithoutARefreshTokenIsRefusedWithoutARequest()
    {
        World world({.accessTokenLifetime = std::chrono::seconds(0)});
        QVERIFY(!world.account().isRefreshable());
        Answers<void> answers;
        world.account().tokens().refresh(&world.context, answers.receiver());
        QCOMPARE(answers.count, 0);
        EXPECT_ERROR(answers, Error::Kind::Denied, "not_refreshable");
        QCOMPARE(world.refreshCount(), 0);
        QVERIFY(world.isSignedIn());
    }

    void newTokensAreStoredBeforeTheyAreUsed()
    {
        World world;
        const QString before = world.stored().tokens.accessToken;
        world.store.hold();
        world.letTimePass(nearExpiry);
        QSignalSpy refreshed(&world.account().tokens(), &AccessTokens::refreshed);
        world.ask();
        QTRY_COMPARE(world.store.waitingCount(), 1);
        Answers<QByteArray> another;
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context, another.receiver());
        settle();
        QCOMPARE(world.askCount(), 0);
        QCOMPARE(refreshed.count(), 0);
        world.store.letGo();
        EXPECT_SUCCESS(world.answers);
        EXPECT_SUCCESS(another);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(refreshed.count(), 1);
        QVERIFY(world.stored().tokens.accessToken != before);
        QCOMPARE(world.lastToken(), "Bearer " + world.stored().tokens.accessToken.toLatin1());
    }

    void aStorageErrorIsReportedAndTheSessionContinues()
    {
        World world;
        QVERIFY(!world.account().storageError());
        QSignalSpy changed(&world.account().tokens(), &AccessTokens::storageErrorChanged);
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        for (int i = 1; i <= 2; ++i) {
            world.server.expireAccessTokens();
            world.answers = {};
            world.ask();
            EXPECT_SUCCESS(world.answers);
            QCOMPARE(world.account().storageError()->code, QStringLiteral("access_denied"));
            QCOMPARE(changed.count(), 1);
        }
        world.store.refusal.reset();
        world.server.expireAccessTokens();
        world.answers = {};
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QVERIFY(!world.account().storageError());
        QCOMPARE(changed.count(), 2);
        QCOMPARE(world.lastToken(), "Bearer " + world.stored().tokens.accessToken.toLatin1());
    }

    void theTokenIsSentToNoOtherOrigin_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("another port") << QStringLiteral("127.0.0.1");
        QTest::newRow("another name") << QStringLiteral("localhost");
    }

    void theTokenIsSentToNoOtherOrigin()
    {
        QFETCH(QString, host);
        World world;
        QTcpServer elsewhere;
        QVERIFY(elsewhere.listen(QHostAddress(QHostAddress::LocalHost)));
        QByteArray received;
        connect(&elsewhere, &QTcpServer::newConnection, &elsewhere, [&] {
            QTcpSocket *socket = elsewhere.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&received, socket] {
                received += socket->readAll();
                if (received.endsWith("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nimage");
            });
        });
        world.ask(QUrl(QStringLiteral("http://%1:%2/avatar.png").arg(host).arg(elsewhere.serverPort())));
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(**world.answers.last, "image");
        QVERIFY(!received.toLower().contains("authorization"));
    }

    void aRefusalByAnotherOriginCausesNoRefresh()
    {
        World world;
        ScriptedServer elsewhere;
        elsewhere.answer(QStringLiteral("/avatar.png"), json("{}", 401));
        world.ask(elsewhere.at(QStringLiteral("/avatar.png")));
        EXPECT_ERROR(world.answers, Error::Kind::Denied, "http_401");
        QCOMPARE(world.refreshCount(), 0);
        QVERIFY(world.isSignedIn());
    }

    void aRedirectToAnotherOriginIsNotFollowedWithTheToken()
    {
        World world;
        ScriptedServer thief;
        world.server.misbehave(Endpoint::User, answer(302, {}, {{"Location", thief.at(QStringLiteral("/user")).toEncoded()}}));
        world.ask();
        QTRY_COMPARE(world.answers.count, 1);
        QVERIFY(!*world.answers.last);
        settle();
        QVERIFY(thief.requests().isEmpty());
        QVERIFY(world.isSignedIn());
    }

    void aPictureDoesNotLeadIntoThisComputer()
    {
        World world;
        ScriptedServer pictures;
        ScriptedServer router;
        router.answer(QStringLiteral("/x.png"), json("{}"));
        const loopback::Response redirect{.status = 302, .headers = {{"Location", router.at(QStringLiteral("/x.png")).toEncoded()}}};
        pictures.answer(QStringLiteral("/x.png"), ScriptedServer::Answer{.response = redirect});
        world.ask(pictures.at(QStringLiteral("/x.png")));
        EXPECT_ERROR(world.answers, Error::Kind::Unreachable, "network");
        QVERIFY(router.requests().isEmpty());
    }

    void aRedirectWithinTheSameOriginIsFollowed()
    {
        World world;
        world.server.misbehave(Endpoint::User, answer(301, {}, {{"Location", "/api/v3/users/ada-demo"}}));
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QVERIFY((*world.answers.last)->contains("ada-demo"));
    }

    void anUnchangedAnswerComesFromTheCache()
    {
        World world;
        world.ask();
        EXPECT_SUCCESS(world.answers);
        const QByteArray body = **world.answers.last;
        world.letTimePass(std::chrono::minutes(5));
        world.answers = {};
        // Only the cache can supply the body.
        world.server.misbehave(Endpoint::User, answer(304));
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(**world.answers.last, body);
        QVERIFY(!world.server.lastRequest(Endpoint::User).header("if-none-match").isEmpty());
        QCOMPARE(world.account().resources().cached(Question{QNetworkRequest(world.userUrl())})->at, world.now);
        world.server.behave();
        world.server.account().insert(QStringLiteral("bio"), QStringLiteral("something new"));
        world.answers = {};
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QVERIFY((*world.answers.last)->contains("something new"));
    }

    void cachedAnswersAreAvailableOfflineAfterARestart()
    {
        World world;
        const Question never{QNetworkRequest(world.userUrl().resolved(QUrl(QStringLiteral("/api/v3/never"))))};
        world.ask();
        EXPECT_SUCCESS(world.answers);
        const QDateTime seen = world.now;
        world.letTimePass(std::chrono::minutes(5));
        world.server.misbehave(Endpoint::User, {.kind = demo::Fault::Kind::Reset, .times = -1});
        QVERIFY(world.restart());
        const auto cached = world.account().resources().cached(Question{QNetworkRequest(world.userUrl())});
        QVERIFY(cached);
        QCOMPARE(cached->value, **world.answers.last);
        QCOMPARE(cached->at, seen);
        QVERIFY(!world.account().resources().cached(never));
    }

    void aClientErrorIsDeniedWithItsStatus_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 410, 422})
            QTest::addRow("%d", status) << status;
    }

    void aClientErrorIsDeniedWithItsStatus()
    {
        QFETCH(int, status);
        World world;
        world.server.misbehave(Endpoint::User, answer(status, "{}", fromGitHub));
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Denied, QStringLiteral("http_%1").arg(status));
        QCOMPARE(world.refreshCount(), 0);
        QCOMPARE(world.askCount(), 1);
        QVERIFY(world.isSignedIn());
    }

    void a403FromAnOidcServerCausesOneRefresh()
    {
        World world;
        world.switchToOidc();
        world.server.misbehave(Endpoint::User, {.response = {.status = 403}, .times = 1});
        world.ask();
        EXPECT_SUCCESS(world.answers);
        QCOMPARE(world.refreshCount(), 1);
        world.answers = {};
        world.server.misbehave(Endpoint::User, answer(403));
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Denied, "http_403");
        QCOMPARE(world.refreshCount(), 2);
        QVERIFY(world.isSignedIn());
    }

    void aFailingServerIsUnreachable_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::newRow("500") << answer(500);
        QTest::newRow("429") << answer(429);
        QTest::newRow("reset") << demo::Fault{.kind = demo::Fault::Kind::Reset, .times = -1};
    }

    void aFailingServerIsUnreachable()
    {
        QFETCH(demo::Fault, fault);
        World world;
        world.server.misbehave(Endpoint::User, fault);
        world.ask();
        QTRY_COMPARE(world.answers.count, 1);
        QVERIFY(!*world.answers.last);
        QCOMPARE(world.answers.last->error().kind, Error::Kind::Unreachable);
        QCOMPARE(world.refreshCount(), 0);
        QVERIFY(world.isSignedIn());
    }

    void aRefusedNewTokenEndsTheSession()
    {
        World world;
        world.server.misbehave(Endpoint::User, answer(401, "{}", fromGitHub));
        world.ask();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(world.session->lastEnd()->reason, EndReason::Revoked);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.askCount(), 2);
        QTRY_VERIFY(world.isForgotten());
    }

    void aRefusalByAProxyKeepsTheSession_data()
    {
        QTest::addColumn<bool>("refreshable");
        QTest::newRow("refresh token") << true;
        QTest::newRow("no refresh token") << false;
    }

    void aRefusalByAProxyKeepsTheSession()
    {
        QFETCH(bool, refreshable);
        World world({.accessTokenLifetime = std::chrono::seconds(refreshable ? 8 * 3600 : 0)});
        world.server.misbehave(Endpoint::User, answer(401, "Proxy says no"));
        world.ask();
        EXPECT_ERROR(world.answers, Error::Kind::Denied, "http_401");
        QVERIFY(world.isSignedIn());
        QCOMPARE(world.refreshCount(), refreshable ? 1 : 0);
        QCOMPARE(world.askCount(), refreshable ? 2 : 1);
    }

    void aRefusedTokenWithoutExpiryEndsTheSession()
    {
        World world({.accessTokenLifetime = std::chrono::seconds(0)});
        world.server.revokeEverything();
        world.ask();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(world.session->lastEnd()->reason, EndReason::Revoked);
        QCOMPARE(world.answers.count, 0);
    }

    void aSuspendedAccountEndsTheSession()
    {
        World world;
        world.server.misbehave(Endpoint::User, answer(403, R"({"message": "Sorry. Your account was suspended"})", fromGitHub));
        world.ask();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(world.session->lastEnd()->reason, EndReason::Suspended);
        QCOMPARE(world.refreshCount(), 0);
    }

    void anExpiredTokenWithoutARefreshTokenEndsTheSession()
    {
        World world;
        QVERIFY(world.restart([](StoredSession &entry) { entry.tokens.refreshToken.clear(); }));
        world.letTimePass(pastExpiry);
        world.server.expireAccessTokens();
        world.ask();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(world.session->lastEnd()->reason, EndReason::Expired);
    }

    void receiverIsNotCalledWhenItsContextIsGone()
    {
        World world;
        auto context = std::make_unique<QObject>();
        world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, context.get(), world.answers.receiver());
        Answers<void> refreshed;
        world.account().tokens().refresh(context.get(), refreshed.receiver());
        context.reset();
        QTRY_VERIFY(world.askCount() > 0);
        QTRY_COMPARE(world.refreshCount(), 1);
        Answers<void> later;
        world.account().tokens().refresh(&world.context, later.receiver());
        EXPECT_SUCCESS(later);
        settle();
        QCOMPARE(world.answers.count + refreshed.count, 0);
    }

    void receiverIsNotCalledWhenTheAccountIsGone_data()
    {
        QTest::addColumn<Endpoint>("silent");
        QTest::newRow("while asking") << Endpoint::User;
        QTest::newRow("while refreshing") << Endpoint::Token;
    }

    void receiverIsNotCalledWhenTheAccountIsGone()
    {
        QFETCH(Endpoint, silent);
        World world;
        world.server.misbehave(silent, hang());
        Answers<void> refreshed;
        if (silent == Endpoint::Token) {
            world.letTimePass(nearExpiry);
            world.account().tokens().refresh(&world.context, refreshed.receiver());
        }
        world.ask();
        QTRY_VERIFY(world.askCount() + world.refreshCount() > 0);
        world.session.reset();
        settle();
        QCOMPARE(world.answers.count + refreshed.count, 0);
    }

    void receiverMayEndTheSession_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"answer", "refresh", "refreshed", "storageErrorChanged"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }

    /// Signing out deletes the account while it is still calling the receiver.
    void receiverMayEndTheSession()
    {
        QFETCH(QString, where);
        World world;
        int signOutCount = 0;
        const auto signOut = [&] {
            ++signOutCount;
            world.session->signOut(&world.context, [](const Result<void> &) {});
        };
        if (where == QLatin1String("refreshed"))
            connect(&world.account().tokens(), &AccessTokens::refreshed, &world.context, signOut);
        if (where == QLatin1String("storageErrorChanged")) {
            connect(&world.account().tokens(), &AccessTokens::storageErrorChanged, &world.context, signOut);
            world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        }
        if (where == QLatin1String("answer")) {
            world.account().resources().ask(Question{QNetworkRequest(world.userUrl())}, &world.context,
                                [&](const Result<QByteArray> &) { signOut(); });
        } else {
            const Receiver<void> receiver = [&](const Result<void> &) {
                if (where == QLatin1String("refresh"))
                    signOut();
            };
            world.account().tokens().refresh(&world.context, receiver);
            world.account().tokens().refresh(&world.context, receiver);
        }
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        settle();
        QCOMPARE(signOutCount, 1);
        QVERIFY(!world.session->account());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void theAccountKnowsItsIdentityScopesAndExpiry()
    {
        World world;
        QCOMPARE(world.account().identity().id, QStringLiteral("8150042"));
        QCOMPARE(world.account().identity().login, QStringLiteral("ada-demo"));
        QCOMPARE(world.account().record().key(), world.key);
        QCOMPARE(world.account().scopes(), QStringList(QStringLiteral("read:user")));
        QCOMPARE(world.account().expiresAt(), world.now.addSecs(3600));
        QCOMPARE(world.account().refreshedAt(), world.now.addSecs(-7 * 3600));
    }
};

} // namespace tst_account

LATCHKEY_TEST(tst_account, AccountTest, QCoreApplication)

#include "tst_account.moc"
