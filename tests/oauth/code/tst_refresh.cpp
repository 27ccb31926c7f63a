// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/refresh.h"
#include "oauth/errorcodes.h"
#include "support/answers.h"
#include "support/browser.h"
#include "support/idtokens.h"
#include "support/scriptedserver.h"
#include "support/test.h"

namespace tst_refresh {

using namespace oauth;
using namespace std::chrono_literals;
using Manner = ScriptedServer::Manner;

const QString tokenPath = QStringLiteral("/token");

struct World
{
    ScriptedServer server;
    AuthorizationServer metadata;
    ClientRegistration client;
    TokenSet tokens;
    http::AnswerLimits limits;
    QObject context;
    Answers<TokenSet> answers;
    std::unique_ptr<Refresh> refresh;

    World()
    {
        metadata.authorizationEndpoint = server.at(QStringLiteral("/authorize"));
        metadata.tokenEndpoint = server.at(tokenPath);
        client.clientId = QStringLiteral("latchkey-test");
        client.redirectPath = QStringLiteral("/oauth/callback");
        tokens.accessToken = QStringLiteral("gho_old");
        tokens.refreshToken = QStringLiteral("ghr_old");
        tokens.scopes = QStringList{QStringLiteral("read:user"), QStringLiteral("user:email")};
        tokens.refreshExpiresAt = QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
    }

    void start(const ScriptedServer::Answer &answer)
    {
        answers = {};
        server.answer(tokenPath, answer);
        refresh = std::make_unique<Refresh>(metadata, client, tokens, limits);
        refresh->start(&context, answers.receiver());
    }

    loopback::Request request() const { return server.onlyRequestAt(tokenPath); }
    QString sent(const char *name) const { return formField(request(), QLatin1String(name)).value_or(QString()); }
};

class TestRefresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newTokensReplaceTheOldOnes();
    void oldRefreshTokenStaysIfNoneComes_data();
    void oldRefreshTokenStaysIfNoneComes();
    void scopesStayIfNoneAreNamed();
    void n42RefreshMustBeForTheSamePerson_data();
    void n42RefreshMustBeForTheSamePerson();
    void requestHasTheParametersOfTheRfc();
    void tokenAndSecretArriveUnchanged_data();
    void tokenAndSecretArriveUnchanged();
    void requestSendsNoCookiesOrCredentials();
    void onlyABadGrantEndsTheSession_data();
    void onlyABadGrantEndsTheSession();
    void whatLeavesTheRefreshTokenUnspent_data();
    void whatLeavesTheRefreshTokenUnspent();
    void eachFailureAnswersOnce_data();
    void eachFailureAnswersOnce();
    void refusedConnectionAnswersOnce();
    void challengeToAPublicClientIsNotAnswered();
    void refusedClientAuthenticatesTheOtherWayOnce_data();
    void refusedClientAuthenticatesTheOtherWayOnce();
    void noOtherAnswerIsAskedForTwice_data();
    void noOtherAnswerIsAskedForTwice();
    void methodThatIsAGuessIsDoubtedSooner_data();
    void methodThatIsAGuessIsDoubtedSooner();
    void refusalOfARenewalIsNoRefusalOfASignIn_data();
    void refusalOfARenewalIsNoRefusalOfASignIn();
    void refusalThatTellsMostIsReported_data();
    void refusalThatTellsMostIsReported();
    void methodThatWorkedIsTriedFirst();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void deletionWithARequestInFlightEndsIt();
    void receiverMayDeleteTheRefresh();
    void receiverIsNotCalledWhenItsContextIsGone();
};

void TestRefresh::newTokensReplaceTheOldOnes()
{
    World world;
    world.start(json(R"({"access_token": "gho_new", "refresh_token": "ghr_new", "scope": "read:user", "expires_in": 60,
                         "refresh_token_expires_in": 120})"));
    QCOMPARE(world.answers.count, 0);
    EXPECT_SUCCESS(world.answers);
    const TokenSet &tokens = **world.answers.last;
    QCOMPARE(tokens.accessToken, QStringLiteral("gho_new"));
    QCOMPARE(tokens.refreshToken, QStringLiteral("ghr_new"));
    QCOMPARE(tokens.scopes, QStringList(QStringLiteral("read:user")));
    QCOMPARE(tokens.obtainedAt.secsTo(tokens.expiresAt), 60);
    QCOMPARE(tokens.obtainedAt.secsTo(tokens.refreshExpiresAt), 120);
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestRefresh::oldRefreshTokenStaysIfNoneComes_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::newRow("absent") << json(R"({"access_token": "gho_new"})");
    QTest::newRow("empty") << json(R"({"access_token": "gho_new", "refresh_token": ""})");
    QTest::newRow("null") << json(R"({"access_token": "gho_new", "refresh_token": null})");
    QTest::newRow("empty in a form") << ScriptedServer::Answer{
        {.contentType = "application/x-www-form-urlencoded", .body = "access_token=gho_new&refresh_token="}};
}

void TestRefresh::oldRefreshTokenStaysIfNoneComes()
{
    QFETCH(ScriptedServer::Answer, answer);
    World world;
    world.start(answer);
    EXPECT_SUCCESS(world.answers);
    const TokenSet &tokens = **world.answers.last;
    QCOMPARE(tokens.accessToken, QStringLiteral("gho_new"));
    QCOMPARE(tokens.refreshToken, QStringLiteral("ghr_old"));
    QCOMPARE(tokens.refreshExpiresAt, world.tokens.refreshExpiresAt);
    QVERIFY(!tokens.expiresAt.isValid());
}

void TestRefresh::scopesStayIfNoneAreNamed()
{
    World world;
    world.start(json(R"({"access_token": "gho_new"})"));
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->scopes, world.tokens.scopes);
}

void TestRefresh::n42RefreshMustBeForTheSamePerson_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("no ID token") << QString() << true;
    QTest::newRow("the same person") << QStringLiteral("ada") << true;
    QTest::newRow("another person") << QStringLiteral("grace") << false;
}

void TestRefresh::n42RefreshMustBeForTheSamePerson()
{
    QFETCH(QString, subject);
    QFETCH(bool, isTaken);
    World world;
    world.metadata.issuer = QUrl(QStringLiteral("https://id.example"));
    world.tokens.subject = QStringLiteral("ada");
    const QString idToken = idTokenOf({{QStringLiteral("iss"), QStringLiteral("https://id.example")},
                                       {QStringLiteral("aud"), world.client.clientId},
                                       {QStringLiteral("sub"), subject},
                                       {QStringLiteral("iat"), 1},
                                       {QStringLiteral("exp"), 2}});
    world.start(json(R"({"access_token": "gho_new", "id_token": ")" + (subject.isEmpty() ? "" : idToken.toLatin1()) + R"("})"));
    if (isTaken) {
        EXPECT_SUCCESS(world.answers);
        QCOMPARE((*world.answers.last)->subject, QStringLiteral("ada"));
        QCOMPARE((*world.answers.last)->refreshToken, QStringLiteral("ghr_old"));
    } else {
        EXPECT_ERROR(world.answers, Error::Kind::Denied, "id_token");
        QVERIFY(endsSession(world.answers.last->error()));
    }
}

void TestRefresh::requestHasTheParametersOfTheRfc()
{
    World world;
    world.start(json(R"({"access_token": "gho_new"})"));
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.request().method, "POST");
    QCOMPARE(world.request().header("Content-Type"), "application/x-www-form-urlencoded");
    QVERIFY(world.request().query.isEmpty());
    // Neither redirect_uri nor scope nor an empty client_secret.
    QCOMPARE(formFieldNames(world.request()),
             QStringList({QStringLiteral("client_id"), QStringLiteral("grant_type"), QStringLiteral("refresh_token")}));
    QCOMPARE(world.sent("grant_type"), QStringLiteral("refresh_token"));
    QCOMPARE(world.sent("client_id"), QStringLiteral("latchkey-test"));
    QCOMPARE(world.sent("refresh_token"), QStringLiteral("ghr_old"));
}

void TestRefresh::tokenAndSecretArriveUnchanged_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plus") << QStringLiteral("a+b+c");
    QTest::newRow("slash and equals") << QStringLiteral("1//0gL/w==");
    QTest::newRow("percent") << QStringLiteral("50%2B%");
    QTest::newRow("form characters") << QStringLiteral("a&grant_type=b;c#d?");
}

void TestRefresh::tokenAndSecretArriveUnchanged()
{
    QFETCH(QString, text);
    World world;
    world.tokens.refreshToken = text;
    world.client.clientSecret = text + QStringLiteral(" é");
    world.start(json(R"({"access_token": "gho_new"})"));
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.sent("refresh_token"), text);
    QCOMPARE(world.sent("client_secret"), text + QStringLiteral(" é"));
}

void TestRefresh::requestSendsNoCookiesOrCredentials()
{
    World world;
    world.start(json(R"({"access_token": "gho_new"})"));
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.request().header("Accept"), "application/json");
    QVERIFY(world.request().header("User-Agent").startsWith("Latchkey/"));
    QVERIFY(world.request().header("Cookie").isNull());
    QVERIFY(world.request().header("Authorization").isNull());
}

void TestRefresh::onlyABadGrantEndsTheSession_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<bool>("endsIt");
    QTest::newRow("invalid_grant") << json(R"({"error": "invalid_grant"})", 400) << true;
    QTest::newRow("invalid_grant with status 401") << json(R"({"error": "invalid_grant"})", 401) << true;
    QTest::newRow("bad_refresh_token with status 200, as from GitHub") << json(R"({"error": "bad_refresh_token"})") << true;
    for (const char *code :
         {"invalid_request", "invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope",
          "temporarily_unavailable", "server_error", "slow_down", "incorrect_client_credentials"})
        QTest::newRow(code) << json(QByteArray("{\"error\": \"") + code + "\"}", 400) << false;
    QTest::newRow("invalid_grant with status 503") << json(R"({"error": "invalid_grant"})", 503) << false;
    QTest::newRow("invalid_grant on an HTML page") << html("<p>invalid_grant", 400) << false;
    QTest::newRow("invalid_grant only in the description")
        << json(R"({"error": "x", "error_description": "invalid_grant"})", 400) << false;
    QTest::newRow("400, empty") << json("", 400) << false;
    QTest::newRow("401, empty") << json("", 401) << false;
    QTest::newRow("429") << json("{}", 429) << false;
}

void TestRefresh::onlyABadGrantEndsTheSession()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(bool, endsIt);
    World world;
    world.start(answer);
    QTRY_COMPARE(world.answers.count, 1);
    QVERIFY(!*world.answers.last);
    QCOMPARE(endsSession(world.answers.last->error()), endsIt);
}

/// A SOCKS proxy may break off after the request has gone through, and that is "proxy".
void TestRefresh::whatLeavesTheRefreshTokenUnspent_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("isUnspent");
    for (const char *code : {"host_not_found", "connection_refused", "tls", "proxy_refused", "proxy_407", "proxy_closed", "limit_reached"})
        QTest::newRow(code) << Error::unreachable(QString::fromLatin1(code)) << true;
    for (const char *code : {"proxy", "network", "timed_out", "http_503"})
        QTest::newRow(code) << Error::unreachable(QString::fromLatin1(code)) << false;
    QTest::newRow("no token") << Error::malformed(QStringLiteral("no_token")) << false;
    QTest::newRow("cut off") << Error::malformed(QStringLiteral("cut_off")) << false;
    QTest::newRow("our own refusal") << Error::denied(QStringLiteral("id_token")) << false;
    QTest::newRow("a refusal") << Error::denied(QStringLiteral("invalid_client")) << true;
}

void TestRefresh::whatLeavesTheRefreshTokenUnspent()
{
    QFETCH(Error, error);
    QFETCH(bool, isUnspent);
    QCOMPARE(oauth::isUnspent(error), isUnspent);
}

void TestRefresh::eachFailureAnswersOnce_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, const ScriptedServer::Answer &answer, Error::Kind kind, const char *code) {
        QTest::newRow(name) << answer << kind << QString::fromLatin1(code);
    };
    const auto in = [](Manner manner) {
        return ScriptedServer::Answer{json(R"({"access_token": "gho_new", "refresh_token": "ghr_new"})").response,
                                      manner};
    };
    add("200 with an error", json(R"({"error": "bad_refresh_token"})"), Error::Kind::Denied, "bad_refresh_token");
    add("400, empty", {{.status = 400}}, Error::Kind::Denied, "request_refused");
    add("HTML", html("<h1>Wi-Fi"), Error::Kind::Malformed, "web_page");
    add("empty", json(""), Error::Kind::Malformed, "no_token");
    add("no token", json(R"({"refresh_token": "ghr_new"})"), Error::Kind::Malformed, "no_token");
    add("wrong type", json(R"({"access_token": {}})"), Error::Kind::Malformed, "no_token");
    add("10 MB", json(QByteArray(10'000'000, ' ')), Error::Kind::Malformed, "too_large");
    add("502", html("<h1>Bad Gateway", 502), Error::Kind::Unreachable, "http_502");
    add("429", html("slowly", 429), Error::Kind::Unreachable, "http_429");
    add("cut off", in(Manner::CutOff), Error::Kind::Malformed, "cut_off");
    add("connection reset", in(Manner::Reset), Error::Kind::Unreachable, "network");
    add("hangs", in(Manner::Hang), Error::Kind::Unreachable, "timed_out");
    add("a byte now and then, forever", in(Manner::Drip), Error::Kind::Unreachable, "timed_out");
}

void TestRefresh::eachFailureAnswersOnce()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    World world;
    if (answer.isEndless())
        world.limits = {.silence = 300ms, .total = 600ms};
    world.start(answer);
    EXPECT_ERROR(world.answers, kind, code);
    settle();
    QCOMPARE(world.answers.count, 1);
    // A single-use refresh token must not be sent twice.
    QCOMPARE(world.server.requests().size(), 1);

    world.limits = {};
    world.start(json(R"({"access_token": "gho_new"})"));
    EXPECT_SUCCESS(world.answers);
}

void TestRefresh::refusedConnectionAnswersOnce()
{
    World world;
    world.metadata.tokenEndpoint = std::make_unique<ScriptedServer>()->at(tokenPath);
    world.start({});
    EXPECT_ERROR(world.answers, Error::Kind::Unreachable, "connection_refused");
    settle();
    QCOMPARE(world.answers.count, 1);
}

/// Qt would answer with the client id and an empty password.
void TestRefresh::challengeToAPublicClientIsNotAnswered()
{
    World world;
    world.start({{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}}});
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "client_refused");
    settle();
    QCOMPARE(world.server.requests().size(), 1);
    QVERIFY(world.request().header("Authorization").isNull());
}

void TestRefresh::refusedClientAuthenticatesTheOtherWayOnce_data()
{
    QTest::addColumn<std::optional<ClientAuthMethod>>("known");
    QTest::addColumn<ScriptedServer::Answer>("refusal");
    using Known = std::optional<ClientAuthMethod>;
    const ScriptedServer::Answer challenge{{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}}};
    QTest::newRow("nothing known") << Known() << json(R"({"error": "invalid_client"})", 401);
    QTest::newRow("the form, 400") << Known(ClientAuthMethod::Post) << json(R"({"error": "invalid_client"})", 400);
    QTest::newRow("the header, 400") << Known(ClientAuthMethod::Basic) << json(R"({"error": "invalid_client"})", 400);
    QTest::newRow("the header, 401") << Known(ClientAuthMethod::Basic) << json(R"({"error": "invalid_client"})", 401);
    QTest::newRow("the form, challenged") << Known(ClientAuthMethod::Post) << challenge;
    QTest::newRow("the header, challenged") << Known(ClientAuthMethod::Basic) << challenge;
    for (const Known &method : {Known(ClientAuthMethod::Post), Known(ClientAuthMethod::Basic)}) {
        const char *name = method == ClientAuthMethod::Post ? "the form" : "the header";
        QTest::addRow("%s, Auth0", name) << method << json(R"({"error": "access_denied", "error_description": "Unauthorized"})", 401);
        QTest::addRow("%s, Keycloak", name) << method << json(R"({"error": "unauthorized_client"})", 401);
        QTest::addRow("%s, a reason phrase", name) << method << json(R"({"status": 401, "error": "Unauthorized"})", 401);
    }
}

void TestRefresh::refusedClientAuthenticatesTheOtherWayOnce()
{
    using Known = std::optional<ClientAuthMethod>;
    QFETCH(Known, known);
    QFETCH(ScriptedServer::Answer, refusal);
    for (const bool acceptsOther : {true, false}) {
        World world;
        world.client.clientId = QStringLiteral("a:b c");
        world.client.clientSecret = QStringLiteral("s+1 %é");
        world.metadata.tokenAuthMethod = known;
        world.answers = {};
        const bool isBasicFirst = known == ClientAuthMethod::Basic;
        world.server.answer(tokenPath, [=](const loopback::Request &request) {
            const bool isBasic = !request.header("Authorization").isNull();
            return acceptsOther && isBasic != isBasicFirst ? json(R"({"access_token": "gho_new"})") : refusal;
        });
        world.refresh = std::make_unique<Refresh>(world.metadata, world.client, world.tokens);
        world.refresh->start(&world.context, world.answers.receiver());
        if (acceptsOther) {
            EXPECT_SUCCESS(world.answers);
            QCOMPARE((*world.answers.last)->authMethod, isBasicFirst ? ClientAuthMethod::Post : ClientAuthMethod::Basic);
        } else {
            QTRY_COMPARE(world.answers.count, 1);
            QVERIFY2(errorcode::isAboutClient(world.answers.last->error()), world.answers.toText());
        }
        settle();
        const QList<loopback::Request> requests = world.server.requestsAt(tokenPath);
        QCOMPARE(requests.size(), 2);
        const loopback::Request &basic = requests[isBasicFirst ? 0 : 1];
        const loopback::Request &post = requests[isBasicFirst ? 1 : 0];
        // RFC 6749 §2.3.1: both are form-encoded before base64.
        QCOMPARE(basic.header("Authorization"), "Basic " + QByteArray("a%3Ab%20c:s%2B1%20%25%C3%A9").toBase64());
        QCOMPARE(formFieldNames(basic), QStringList({QStringLiteral("grant_type"), QStringLiteral("refresh_token")}));
        QVERIFY(post.header("Authorization").isNull());
        QCOMPARE(formField(post, QStringLiteral("client_secret")), world.client.clientSecret);
        QCOMPARE(formField(post, QStringLiteral("client_id")), world.client.clientId);
        for (const loopback::Request &request : requests)
            QCOMPARE(formField(request, QStringLiteral("refresh_token")), QStringLiteral("ghr_old"));
    }
}

/// Only a refusal of the client spends nothing: any other answer may have spent the refresh token.
void TestRefresh::noOtherAnswerIsAskedForTwice_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    for (const int status : {400, 401})
        QTest::addRow("invalid_grant, %d", status) << json(R"({"error": "invalid_grant"})", status);
    for (const char *code : {"invalid_request", "unauthorized_client", "incorrect_client_credentials", "invalid_scope"})
        QTest::newRow(code) << json(QByteArray("{\"error\": \"") + code + "\"}", 400);
    QTest::newRow("403") << json("{}", 403);
    QTest::newRow("400") << json("", 400);
    QTest::newRow("503") << json("{}", 503);
    QTest::newRow("reset") << ScriptedServer::Answer{{}, Manner::Reset};
}

void TestRefresh::noOtherAnswerIsAskedForTwice()
{
    QFETCH(ScriptedServer::Answer, answer);
    World world;
    world.client.clientSecret = QStringLiteral("geheim");
    world.tokens.authMethod = ClientAuthMethod::Post;
    world.start(answer);
    QTRY_COMPARE(world.answers.count, 1);
    settle();
    QCOMPARE(world.server.requests().size(), 1);
}

/// A server that reads only the form misses the client there; one that has never accepted a method may say so in any words.
void TestRefresh::methodThatIsAGuessIsDoubtedSooner_data()
{
    QTest::addColumn<ScriptedServer::Answer>("refusal");
    QTest::newRow("LinkedIn") << json(R"({"error": "invalid_request", "error_description": "client_id is missing"})", 400);
    QTest::newRow("invalid_request") << json(R"({"error": "invalid_request"})", 400);
    QTest::newRow("unauthorized_client") << json(R"({"error": "unauthorized_client"})", 400);
    QTest::newRow("400 without a code") << json("", 400);
    QTest::newRow("403 without a code") << json("{}", 403);
    QTest::newRow("a page with status 401") << html("<p>401", 401);
}

void TestRefresh::methodThatIsAGuessIsDoubtedSooner()
{
    QFETCH(ScriptedServer::Answer, refusal);
    for (const bool isBasicFirst : {true, false}) {
        World world;
        world.client.clientSecret = QStringLiteral("geheim");
        if (isBasicFirst)
            world.metadata.tokenAuthMethod = ClientAuthMethod::Basic;
        world.server.answer(tokenPath, [=](const loopback::Request &request) {
            const bool isBasic = !request.header("Authorization").isNull();
            return isBasic == isBasicFirst ? refusal : json(R"({"access_token": "gho_new"})");
        });
        world.refresh = std::make_unique<Refresh>(world.metadata, world.client, world.tokens);
        world.refresh->start(&world.context, world.answers.receiver());
        EXPECT_SUCCESS(world.answers);
        QCOMPARE((*world.answers.last)->authMethod, isBasicFirst ? ClientAuthMethod::Post : ClientAuthMethod::Basic);
        QCOMPARE(world.server.requests().size(), 2);
    }
}

/// The first refusal, unless that is only for a client that the server did not see.
void TestRefresh::refusalOfARenewalIsNoRefusalOfASignIn_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody has declined") << QByteArray("access_denied") << QStringLiteral("access_not_given");
    QTest::newRow("nobody has chosen a way") << QByteArray("unsupported_grant_type") << QStringLiteral("renewal_unsupported");
    QTest::newRow("the registration") << QByteArray("unauthorized_client") << QStringLiteral("renewal_not_allowed");
    QTest::newRow("nobody enters a code") << QByteArray("authorization_pending") << QStringLiteral("renewal_pending");
    QTest::newRow("there is no code") << QByteArray("expired_token") << QStringLiteral("renewal_expired");
    for (const char *code : {"invalid_grant", "invalid_scope", "slow_down", "interaction_required"})
        QTest::newRow(code) << QByteArray(code) << QString::fromLatin1(code);
}

void TestRefresh::refusalOfARenewalIsNoRefusalOfASignIn()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, code);
    World world;
    world.start(json("{\"error\": \"" + sent + "\"}", 400));
    EXPECT_ERROR(world.answers, Error::Kind::Denied, code);
}

void TestRefresh::refusalThatTellsMostIsReported_data()
{
    QTest::addColumn<ScriptedServer::Answer>("first");
    QTest::addColumn<ScriptedServer::Answer>("second");
    QTest::addColumn<QString>("code");
    const auto error = [](const char *code, int status) { return json(QByteArray("{\"error\": \"") + code + "\"}", status); };
    QTest::newRow("Auth0") << error("access_denied", 401) << error("access_denied", 401) << QStringLiteral("invalid_client");
    QTest::newRow("the other method is unknown") << error("invalid_client", 401) << error("invalid_request", 400) << QStringLiteral("invalid_client");
    QTest::newRow("the request is wrong") << error("invalid_request", 400) << error("invalid_client", 401) << QStringLiteral("invalid_request");
    QTest::newRow("the client was not seen") << json(R"({"error": "invalid_request", "error_description": "no client_id"})", 400)
                                             << error("invalid_client", 401) << QStringLiteral("invalid_client");
    QTest::newRow("the client was accepted") << error("invalid_client", 401) << error("invalid_grant", 400) << QStringLiteral("invalid_grant");
}

void TestRefresh::refusalThatTellsMostIsReported()
{
    QFETCH(ScriptedServer::Answer, first);
    QFETCH(ScriptedServer::Answer, second);
    QFETCH(QString, code);
    World world;
    world.client.clientSecret = QStringLiteral("geheim");
    world.server.answer(tokenPath, [=](const loopback::Request &request) {
        return request.header("Authorization").isNull() ? first : second;
    });
    world.refresh = std::make_unique<Refresh>(world.metadata, world.client, world.tokens);
    world.refresh->start(&world.context, world.answers.receiver());
    EXPECT_ERROR(world.answers, Error::Kind::Denied, code);
    QCOMPARE(world.server.requests().size(), 2);
}

void TestRefresh::methodThatWorkedIsTriedFirst()
{
    World world;
    world.client.clientSecret = QStringLiteral("geheim");
    world.client.authMethod = ClientAuthMethod::Post;
    world.metadata.tokenAuthMethod = ClientAuthMethod::Post;
    world.tokens.authMethod = ClientAuthMethod::Basic;
    world.start(json(R"({"access_token": "gho_new"})"));
    EXPECT_SUCCESS(world.answers);
    QVERIFY(world.request().header("Authorization").startsWith("Basic "));
    QCOMPARE((*world.answers.last)->authMethod, ClientAuthMethod::Basic);
}

void TestRefresh::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addRow("302") << 302;
    QTest::addRow("307") << 307;
}

void TestRefresh::redirectIsNotFollowed()
{
    QFETCH(int, status);
    World world;
    ScriptedServer other;
    world.start(redirectTo(other.at(tokenPath), status));
    QTRY_COMPARE(world.answers.count, 1);
    QVERIFY(!*world.answers.last);
    QVERIFY(!endsSession(world.answers.last->error()));
    settle();
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(world.server.requests().size(), 1);
}

void TestRefresh::deletionWithARequestInFlightEndsIt()
{
    World world;
    world.start({{}, Manner::Hang});
    QTRY_COMPARE(world.server.requests().size(), 1);
    world.refresh.reset();
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    settle();
    QCOMPARE(world.answers.count, 0);
}

void TestRefresh::receiverMayDeleteTheRefresh()
{
    World world;
    world.server.answer(tokenPath, json("{}"));
    world.refresh = std::make_unique<Refresh>(world.metadata, world.client, world.tokens);
    int count = 0;
    world.refresh->start(&world.context, [&](const Result<TokenSet> &) {
        ++count;
        world.refresh.reset();
    });
    QTRY_COMPARE(count, 1);
    settle();
    QCOMPARE(count, 1);
}

void TestRefresh::receiverIsNotCalledWhenItsContextIsGone()
{
    World world;
    auto context = std::make_unique<QObject>();
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.refresh = std::make_unique<Refresh>(world.metadata, world.client, world.tokens);
    world.refresh->start(context.get(), world.answers.receiver());
    QTRY_COMPARE(world.server.requests().size(), 1);
    context.reset();
    world.server.answerWaiting(json(R"({"access_token": "gho_new"})"));
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    settle();
    QCOMPARE(world.answers.count, 0);
}

} // namespace tst_refresh

LATCHKEY_TEST(tst_refresh, TestRefresh, QCoreApplication)

#include "tst_refresh.moc"
