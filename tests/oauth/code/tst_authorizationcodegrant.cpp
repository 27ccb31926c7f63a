// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/authorizationcodegrant.h"
#include "support/answers.h"
#include "support/browser.h"
#include "support/idtokens.h"
#include "support/listeningsockets.h"
#include "support/scriptedserver.h"
#include "support/scripteduseragent.h"
#include "support/test.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>

#include <mutex>

namespace tst_authorizationcodegrant {

using namespace oauth;
using namespace std::chrono_literals;
using Manner = ScriptedServer::Manner;

const QString authorizationPath = QStringLiteral("/authorize");
const QString tokenPath = QStringLiteral("/token");

const ScriptedServer::Answer goodTokens = json(
    R"({"access_token": "gho_1", "token_type": "bearer", "scope": "read:user,user:email", "refresh_token": "ghr_2",
        "expires_in": 28800})");

/// A parameter of a URL, decoded; null if it is absent or repeated.
QString parameter(const QUrl &url, const char *name)
{
    return loopback::formValue(QUrlQuery(url.query(QUrl::FullyEncoded)), QLatin1String(name)).value_or(QString());
}

/// The redirect URI of a request, with these parameters.
QUrl redirectOf(const QUrl &authorizationRequest, const http::Parameters &parameters)
{
    QUrl redirect(parameter(authorizationRequest, "redirect_uri"));
    QStringList query;
    for (const auto &[name, value] : parameters)
        query.append(name + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    redirect.setQuery(query.join(QLatin1Char('&')), QUrl::StrictMode);
    return redirect;
}

http::Parameters codeAndState(const QUrl &authorizationRequest, const QString &code)
{
    return {{QStringLiteral("code"), code},
            {QStringLiteral("state"), parameter(authorizationRequest, "state")}};
}

/// One server with both endpoints, a person who consents, and one attempt.
struct World
{
    ScriptedServer server;
    AuthorizationServer metadata;
    ClientRegistration client;
    http::AnswerLimits limits;
    Browser browser;
    std::shared_ptr<WebPage> page;
    ScriptedUserAgent userAgent{[this](const QUrl &request) { page = browser.visit(request); }};
    QObject context;
    Answers<TokenSet> answers;
    std::unique_ptr<AuthorizationCodeGrant> grant;

    World()
    {
        metadata.authorizationEndpoint = server.at(authorizationPath);
        metadata.tokenEndpoint = server.at(tokenPath);
        client.clientId = QStringLiteral("latchkey-test");
        client.scope = QStringLiteral("read:user user:email");
        client.redirectPath = QStringLiteral("/oauth/callback");
        consentWith(QStringLiteral("c1"));
        server.answer(tokenPath, goodTokens);
    }

    /// Makes the server redirect with this code, or with these parameters, and the right state.
    void consentWith(const QString &code) { respondWith({{QStringLiteral("code"), code}}); }
    void respondWith(const http::Parameters &parameters)
    {
        server.answer(authorizationPath, [parameters](const loopback::Request &request) {
            QUrl url;
            url.setQuery(request.query);
            return redirectTo(redirectOf(
                url, parameters + http::Parameters{{QStringLiteral("state"), parameter(url, "state")}}));
        });
    }

    AuthorizationCodeGrant &start(const http::Parameters &extraParameters = {})
    {
        answers = {};
        grant = std::make_unique<AuthorizationCodeGrant>(metadata, client, extraParameters, limits);
        grant->start(userAgent, &context, answers.receiver());
        return *grant;
    }

    QUrl redirect(const http::Parameters &parameters) const { return redirectOf(userAgent.shown.last(), parameters); }
    QUrl redirectUri() const { return QUrl(parameter(userAgent.shown.last(), "redirect_uri")); }
    loopback::Request tokenRequest() const { return server.onlyRequestAt(tokenPath); }
    qsizetype tokenRequestCount() const { return server.requestsAt(tokenPath).size(); }
    QString sent(const char *name) const { return formField(tokenRequest(), QLatin1String(name)).value_or(QString()); }
};

std::mutex logMutex;
QString logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const std::scoped_lock lock(logMutex);
    logged += message + QLatin1Char('\n');
}

class TestAuthorizationCodeGrant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consentYieldsTokens();
    void receiverIsNotCalledFromInsideStart();
    void requestsHaveTheParametersOfTheRfcs();
    void pkceIsOnTheWire();
    void stateIsStrongAndNewForEachAttempt();
    void redirectUriIsTheSameInBothRequests();
    void codeArrivesUnchanged_data();
    void codeArrivesUnchanged();
    void clientSecretArrivesUnchanged_data();
    void clientSecretArrivesUnchanged();
    void publicClientSendsNoSecret();
    void tokenRequestSendsNoCookiesOrCredentials();
    void refusedConsentIsDenied();
    void serverThatCannotJustNowIsUnreachable_data();
    void serverThatCannotJustNowIsUnreachable();
    void errorTextIsReadableAndSanitized();
    void cancelingEndsTheAttempt();
    void cancelingDuringTheExchangeEndsTheAttempt();
    void failedUserAgentIsReported();
    void onlyTheProtocolEndsTheWaiting_data();
    void onlyTheProtocolEndsTheWaiting();
    void tooManyCookiesAreSaid();
    void userAgentThatFailsAfterTheCodeChangesNothing();
    void patienceEndsWithTheCode();
    void wrongIssuerIsRefused_data();
    void wrongIssuerIsRefused();
    void rightIssuerIsAccepted_data();
    void rightIssuerIsAccepted();
    void junkLeavesTheAttemptOpen();
    void codeIsExchangedOnce();
    void redirectOfTheTokenRequestIsNotFollowed_data();
    void redirectOfTheTokenRequestIsNotFollowed();
    void challengeToAPublicClientIsNotAnswered();
    void refusedClientAuthenticatesTheOtherWayOnce_data();
    void refusedClientAuthenticatesTheOtherWayOnce();
    void badTokenAnswerIsAnErrorAndANewAttemptWorks_data();
    void badTokenAnswerIsAnErrorAndANewAttemptWorks();
    void closedTokenEndpointIsUnreachable();
    void takenPortIsReported();
    void portIsClosedAfterwards();
    void onlyTheRedirectUriListens();
    void attemptTimesOut();
    void browserIsAnsweredAfterTheExchange_data();
    void browserIsAnsweredAfterTheExchange();
    void deletionBeforeTheRedirectClosesThePort();
    void deletionWithARequestInFlightEndsIt();
    void receiverMayDeleteTheGrant_data();
    void receiverMayDeleteTheGrant();
    void receiverIsNotCalledWhenItsContextIsGone();
    void simultaneousAttemptsAreSeparate();
    void n19AnswerOfOneServerNeverReachesTheOther();
    void n42NonceIsNewForEachAttemptThatAsksForOpenid();
    void n42IdTokenMustMatchTheAttempt_data();
    void n42IdTokenMustMatchTheAttempt();
    void nothingSecretIsLogged();
};

void TestAuthorizationCodeGrant::consentYieldsTokens()
{
    World world;
    QSignalSpy exchanging(&world.start(), &AuthorizationCodeGrant::exchanging);
    EXPECT_SUCCESS(world.answers);
    const TokenSet &tokens = **world.answers.last;
    QCOMPARE(tokens.accessToken, QStringLiteral("gho_1"));
    QCOMPARE(tokens.refreshToken, QStringLiteral("ghr_2"));
    QCOMPARE(tokens.scopes, QStringList({QStringLiteral("read:user"), QStringLiteral("user:email")}));
    QCOMPARE(tokens.obtainedAt.secsTo(tokens.expiresAt), 28800);
    QVERIFY(qAbs(tokens.obtainedAt.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(exchanging.count(), 1);
    QCOMPARE(world.userAgent.dismissCount, 1);
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestAuthorizationCodeGrant::receiverIsNotCalledFromInsideStart()
{
    World world;
    world.userAgent.setScript([&](const QUrl &) { Q_EMIT world.userAgent.canceled(); });
    world.start();
    QCOMPARE(world.answers.count, 0);
    EXPECT_ERROR(world.answers, Error::Kind::Canceled, "canceled");
}

void TestAuthorizationCodeGrant::requestsHaveTheParametersOfTheRfcs()
{
    World world;
    const AuthorizationCodeGrant &grant = world.start({{QStringLiteral("login"), QStringLiteral("ada+x@example.org")}});
    EXPECT_SUCCESS(world.answers);
    const QUrl request = world.userAgent.shown.value(0);
    QCOMPARE(grant.authorizationRequest(), request);
    QCOMPARE(request.adjusted(QUrl::RemoveQuery), world.metadata.authorizationEndpoint);
    QCOMPARE(parameter(request, "response_type"), QStringLiteral("code"));
    QCOMPARE(parameter(request, "client_id"), QStringLiteral("latchkey-test"));
    QCOMPARE(parameter(request, "scope"), QStringLiteral("read:user user:email"));
    QCOMPARE(parameter(request, "login"), QStringLiteral("ada+x@example.org"));
    QVERIFY(parameter(request, "client_secret").isNull());
    QVERIFY(parameter(request, "code_verifier").isNull());

    QCOMPARE(world.tokenRequest().method, "POST");
    QCOMPARE(world.tokenRequest().header("Content-Type"), "application/x-www-form-urlencoded");
    QVERIFY(world.tokenRequest().query.isEmpty());
    QCOMPARE(formFieldNames(world.tokenRequest()),
             QStringList({QStringLiteral("client_id"), QStringLiteral("code"), QStringLiteral("code_verifier"),
                          QStringLiteral("grant_type"), QStringLiteral("redirect_uri")}));
    QCOMPARE(world.sent("grant_type"), QStringLiteral("authorization_code"));
    QCOMPARE(world.sent("client_id"), QStringLiteral("latchkey-test"));
    QCOMPARE(world.sent("code"), QStringLiteral("c1"));
}

void TestAuthorizationCodeGrant::pkceIsOnTheWire()
{
    World world;
    world.start();
    EXPECT_SUCCESS(world.answers);
    const QByteArray verifier = world.sent("code_verifier").toLatin1();
    const QByteArray challenge = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QVERIFY(verifier.size() >= 43);
    QCOMPARE(parameter(world.userAgent.shown.first(), "code_challenge").toLatin1(), challenge);
    QCOMPARE(parameter(world.userAgent.shown.first(), "code_challenge_method"), QStringLiteral("S256"));
}

void TestAuthorizationCodeGrant::stateIsStrongAndNewForEachAttempt()
{
    World world;
    world.userAgent.setScript({});
    QSet<QString> states;
    QSet<QString> challenges;
    for (int i = 0; i < 20; ++i) {
        world.start();
        const QString state = parameter(world.userAgent.shown.last(), "state");
        QVERIFY(QByteArray::fromBase64(state.toLatin1(), QByteArray::Base64UrlEncoding).size() * 8 >= 128);
        states.insert(state);
        challenges.insert(parameter(world.userAgent.shown.last(), "code_challenge"));
    }
    QCOMPARE(states.size(), 20);
    QCOMPARE(challenges.size(), 20);
}

void TestAuthorizationCodeGrant::redirectUriIsTheSameInBothRequests()
{
    World world;
    world.start();
    EXPECT_SUCCESS(world.answers);
    const QUrl request = world.userAgent.shown.first();
    const QString asked = parameter(request, "redirect_uri");
    QVERIFY(asked.startsWith(QLatin1String("http://127.0.0.1:")));
    QVERIFY(asked.endsWith(QLatin1String("/oauth/callback")));
    QCOMPARE(world.sent("redirect_uri"), asked);
    // The form has the same encoding as the URL.
    const QUrlQuery form(QString::fromLatin1(world.tokenRequest().body));
    QCOMPARE(form.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyEncoded),
             QUrlQuery(request).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyEncoded));
}

void TestAuthorizationCodeGrant::codeArrivesUnchanged_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("slash") << QStringLiteral("4/0AX4XfWh");
    QTest::newRow("slash, already encoded by the server") << QStringLiteral("4%2F0AX4XfWh");
    QTest::newRow("plus") << QStringLiteral("a+b+");
    QTest::newRow("equals") << QStringLiteral("YWJjZA==");
    QTest::newRow("percent") << QStringLiteral("100%");
    QTest::newRow("ampersand and hash") << QStringLiteral("a&code=b#c");
    QTest::newRow("space") << QStringLiteral("a b");
    QTest::newRow("not ASCII") << QStringLiteral("schlüssel€😀");
    QTest::newRow("all visible ASCII") << QStringLiteral(
        "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");
    QTest::newRow("2000 characters") << QString(2000, QLatin1Char('c'));
}

void TestAuthorizationCodeGrant::codeArrivesUnchanged()
{
    QFETCH(QString, code);
    World world;
    world.consentWith(code);
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.sent("code"), code);
}

void TestAuthorizationCodeGrant::clientSecretArrivesUnchanged_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("plus") << QStringLiteral("a+b");
    QTest::newRow("percent") << QStringLiteral("50%25%");
    QTest::newRow("form characters") << QStringLiteral("x&client_id=y;z=1 #?/");
    QTest::newRow("not ASCII") << QStringLiteral("geheim€");
}

void TestAuthorizationCodeGrant::clientSecretArrivesUnchanged()
{
    QFETCH(QString, secret);
    World world;
    world.client.clientSecret = secret;
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.sent("client_secret"), secret);
    QCOMPARE(world.sent("client_id"), QStringLiteral("latchkey-test"));
    QVERIFY(!world.userAgent.shown.first().toEncoded().contains(QUrl::toPercentEncoding(secret)));
}

void TestAuthorizationCodeGrant::publicClientSendsNoSecret()
{
    World world;
    world.start();
    EXPECT_SUCCESS(world.answers);
    QVERIFY(!world.tokenRequest().body.contains("client_secret"));
}

void TestAuthorizationCodeGrant::tokenRequestSendsNoCookiesOrCredentials()
{
    World world;
    world.start();
    EXPECT_SUCCESS(world.answers);
    const loopback::Request request = world.tokenRequest();
    QCOMPARE(request.header("Accept"), "application/json");
    QVERIFY(request.header("User-Agent").startsWith("Latchkey/"));
    QVERIFY(request.header("Cookie").isNull());
    QVERIFY(request.header("Authorization").isNull());
    QVERIFY(request.header("Referer").isNull());
}

void TestAuthorizationCodeGrant::refusedConsentIsDenied()
{
    World world;
    world.respondWith({{QStringLiteral("error"), QStringLiteral("access_denied")}});
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "access_denied");
    QTRY_COMPARE(world.page->kind(), QStringLiteral("denied"));
    QCOMPARE(world.tokenRequestCount(), 0);
}

void TestAuthorizationCodeGrant::serverThatCannotJustNowIsUnreachable_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("expected");
    const auto text = [](const char *code) { return QString::fromLatin1(code); };
    for (const char *code : {"server_error", "temporarily_unavailable"})
        QTest::newRow(code) << text(code) << Error::Kind::Unreachable << text(code);
    for (const char *code : {"access_denied", "consent_required", "what_is_this"})
        QTest::newRow(code) << text(code) << Error::Kind::Denied << text(code);
    QTest::newRow("a sentence") << text("No, not you.") << Error::Kind::Denied << text("unknown_error");
    QTest::newRow("an escape sequence") << text("\x1b[31mno") << Error::Kind::Denied << text("unknown_error");
}

/// RFC 6749 §4.1.2.1.
void TestAuthorizationCodeGrant::serverThatCannotJustNowIsUnreachable()
{
    QFETCH(QString, code);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, expected);
    World world;
    world.respondWith({{QStringLiteral("error"), code}});
    world.start();
    EXPECT_ERROR(world.answers, kind, expected);
    QCOMPARE(world.tokenRequestCount(), 0);
}

void TestAuthorizationCodeGrant::errorTextIsReadableAndSanitized()
{
    World world;
    world.respondWith({{QStringLiteral("error"), QStringLiteral("application_suspended")},
                       {QStringLiteral("error_description"),
                        QStringLiteral("Ask the ädmin:\r\n50% + gho_16C7e42F292c6912E7710c838347Ae178B4a")}});
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "application_suspended");
    QCOMPARE(world.answers.last->error().detail, QStringLiteral("Ask the ädmin: 50% + …"));
}

void TestAuthorizationCodeGrant::cancelingEndsTheAttempt()
{
    World world;
    world.userAgent.setScript({});
    world.start();
    Q_EMIT world.userAgent.canceled();
    EXPECT_ERROR(world.answers, Error::Kind::Canceled, "canceled");
    QVERIFY(!canConnect(world.redirectUri()));
    Q_EMIT world.userAgent.canceled();
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestAuthorizationCodeGrant::cancelingDuringTheExchangeEndsTheAttempt()
{
    World world;
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.start();
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    Q_EMIT world.userAgent.canceled();
    EXPECT_ERROR(world.answers, Error::Kind::Canceled, "canceled");
    world.server.answerWaiting(goodTokens);
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestAuthorizationCodeGrant::failedUserAgentIsReported()
{
    World world;
    world.userAgent.setScript([&](const QUrl &) {
        Q_EMIT world.userAgent.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("missing")});
    });
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::NoUserAgent, "missing");
    QVERIFY(!canConnect(world.redirectUri()));
}

/// What may happen while an attempt waits for its answer, and whether it ends the attempt. RFC 6749 §§4.1.2, 4.1.2.1: a code or
/// an error does. RFC 9207 §2.4: the wrong issuer does. The person does, by closing the page, and so does a page that they
/// cannot use, since nobody else will bring the answer. Nothing else does.
void TestAuthorizationCodeGrant::onlyTheProtocolEndsTheWaiting_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("end");
    const auto goesOn = [](const char *name, const char *query, const char *method = "GET", const QByteArray &headers = {}) {
        QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(query) << headers << QString();
    };
    const auto ends = [](const char *name, const char *query, const char *end, const QByteArray &headers = {}) {
        QTest::newRow(name) << QByteArray("GET") << QString::fromLatin1(query) << headers << QString::fromLatin1(end);
    };
    goesOn("neither code nor error", "state=%1");
    goesOn("an empty code", "code=&state=%1");
    goesOn("an empty error", "error=&state=%1");
    goesOn("a code twice", "code=x&code=y&state=%1");
    goesOn("an error twice", "error=x&error=access_denied&state=%1");
    goesOn("an issuer twice", "code=x&iss=a&iss=b&state=%1");
    goesOn("the state twice", "code=x&state=%1&state=%1");
    goesOn("another state", "code=x&state=other");
    goesOn("an error without the state", "error=access_denied");
    goesOn("HEAD, as a scanner of links asks", "code=x&state=%1", "HEAD");
    goesOn("POST", "code=x&state=%1", "POST");
    goesOn("OPTIONS, as a page on another site asks", "code=x&state=%1", "OPTIONS");
    goesOn("too many cookies", "code=x&state=%1", "GET", "Cookie: a=" + QByteArray(80 * 1024, 'x') + "\r\n");
    goesOn("another host", "code=x&state=%1", "GET", "Host: evil.example\r\n");
    ends("a code", "code=x&state=%1", "tokens");
    ends("a code in a prefetch, which the browser may show", "code=x&state=%1", "tokens", "Sec-Purpose: prefetch\r\n");
    ends("access_denied", "error=access_denied&state=%1", "access_denied");
    ends("an error that nobody knows", "error=what_is_this&state=%1", "what_is_this");
    ends("an error beside a code", "code=x&error=server_error&state=%1", "server_error");
    ends("another issuer", "code=x&iss=https%3A%2F%2Fevil.example&state=%1", "wrong_issuer");
}

void TestAuthorizationCodeGrant::onlyTheProtocolEndsTheWaiting()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, query);
    QFETCH(QByteArray, headers);
    QFETCH(QString, end);
    World world;
    world.metadata.issuer = QUrl(QStringLiteral("https://id.example"));
    world.userAgent.setScript({});
    world.start();
    const QUrl request = world.userAgent.shown.first();
    const QByteArray state = parameter(request, "state").toLatin1();
    RawClient client(world.redirectUri());
    client.send(method + ' ' + world.redirectUri().path().toLatin1() + '?' + query.toLatin1().replace("%1", state)
                + " HTTP/1.1\r\nHost: " + world.redirectUri().authority().toLatin1() + "\r\n" + headers + "\r\n");
    QTRY_VERIFY(client.status() != 0);
    settle();
    if (!end.isEmpty()) {
        QTRY_COMPARE(world.answers.count, 1);
        QCOMPARE(*world.answers.last ? QStringLiteral("tokens") : world.answers.last->error().code, end);
        return;
    }
    QCOMPARE(world.answers.count, 0);
    QCOMPARE(world.tokenRequestCount(), 0);
    // The right answer still counts.
    world.browser.visit(world.redirect({{QStringLiteral("code"), QStringLiteral("c1")}, {QStringLiteral("state"), QString::fromLatin1(state)}}));
    EXPECT_SUCCESS(world.answers);
}

void TestAuthorizationCodeGrant::tooManyCookiesAreSaid()
{
    World world;
    world.userAgent.setScript({});
    QSignalSpy refused(&world.start(), &AuthorizationCodeGrant::redirectRefused);
    const QByteArray state = parameter(world.userAgent.shown.first(), "state").toLatin1();
    RawClient client(world.redirectUri());
    client.send("GET /oauth/callback?code=c1&state=" + state + " HTTP/1.1\r\nCookie: a=" + QByteArray(80 * 1024, 'x') + "\r\n\r\n");
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<Error>().code, QStringLiteral("too_many_cookies"));
}

void TestAuthorizationCodeGrant::userAgentThatFailsAfterTheCodeChangesNothing()
{
    World world;
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.start();
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    Q_EMIT world.userAgent.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("ended")});
    settle();
    QCOMPARE(world.answers.count, 0);
    world.server.answerWaiting(goodTokens);
    EXPECT_SUCCESS(world.answers);
}

void TestAuthorizationCodeGrant::patienceEndsWithTheCode()
{
    World world;
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.grant = std::make_unique<AuthorizationCodeGrant>(world.metadata, world.client, http::Parameters(), world.limits);
    world.grant->setPatience(300ms);
    world.grant->start(world.userAgent, &world.context, world.answers.receiver());
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    QTest::qWait(500);
    QCOMPARE(world.answers.count, 0);
    world.server.answerWaiting(goodTokens);
    EXPECT_SUCCESS(world.answers);
}

void TestAuthorizationCodeGrant::wrongIssuerIsRefused_data()
{
    QTest::addColumn<http::Parameters>("parameters");
    QTest::addColumn<bool>("isAnnounced");
    const QString iss = QStringLiteral("iss");
    const QString code = QStringLiteral("code");
    QTest::newRow("another") << http::Parameters{{iss, QStringLiteral("https://evil.example")}, {code, QStringLiteral("c1")}}
                             << true;
    QTest::newRow("another, not announced")
        << http::Parameters{{iss, QStringLiteral("https://evil.example")}, {code, QStringLiteral("c1")}} << false;
    QTest::newRow("another tenant of the host")
        << http::Parameters{{iss, QStringLiteral("https://id.example/b")}, {code, QStringLiteral("c1")}} << true;
    QTest::newRow("missing though announced") << http::Parameters{{code, QStringLiteral("c1")}} << true;
    QTest::newRow("empty") << http::Parameters{{iss, QString()}, {code, QStringLiteral("c1")}} << true;
    QTest::newRow("with an error") << http::Parameters{{iss, QStringLiteral("https://evil.example")},
                                                 {QStringLiteral("error"), QStringLiteral("access_denied")}}
                                   << true;
}

void TestAuthorizationCodeGrant::wrongIssuerIsRefused()
{
    QFETCH(http::Parameters, parameters);
    QFETCH(bool, isAnnounced);
    World world;
    world.metadata.issuer = QUrl(QStringLiteral("https://id.example/a"));
    world.metadata.namesIssuerInResponse = isAnnounced;
    world.respondWith(parameters);
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "wrong_issuer");
    QCOMPARE(world.tokenRequestCount(), 0);
}

void TestAuthorizationCodeGrant::rightIssuerIsAccepted_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<http::Parameters>("parameters");
    const std::pair<QString, QString> iss{QStringLiteral("iss"), QStringLiteral("https://id.example/a")};
    QTest::newRow("named") << iss.second << http::Parameters{iss};
    QTest::newRow("not named and not announced") << iss.second << http::Parameters{};
    QTest::newRow("named, issuer unknown") << QString() << http::Parameters{iss};
}

void TestAuthorizationCodeGrant::rightIssuerIsAccepted()
{
    QFETCH(QString, issuer);
    QFETCH(http::Parameters, parameters);
    World world;
    world.metadata.issuer = QUrl(issuer);
    world.metadata.namesIssuerInResponse = !issuer.isEmpty() && !parameters.isEmpty();
    world.respondWith(parameters + http::Parameters{{QStringLiteral("code"), QStringLiteral("c1")}});
    world.start();
    EXPECT_SUCCESS(world.answers);
}

void TestAuthorizationCodeGrant::junkLeavesTheAttemptOpen()
{
    World world;
    world.userAgent.setScript({});
    world.start();
    const QString error = QStringLiteral("error");
    for (const http::Parameters &junk :
         {http::Parameters{}, http::Parameters{{error, QStringLiteral("access_denied")}},
          http::Parameters{{error, QStringLiteral("access_denied")}, {QStringLiteral("state"), QStringLiteral("x")}},
          http::Parameters{{QStringLiteral("code"), QStringLiteral("stolen")}}}) {
        const auto page = world.browser.visit(world.redirect(junk));
        QTRY_VERIFY(page->isFinished);
        QCOMPARE(page->kind(), QStringLiteral("foreign"));
    }
    QCOMPARE(world.answers.count, 0);
    QCOMPARE(world.tokenRequestCount(), 0);

    world.page = world.browser.visit(world.redirect(codeAndState(world.userAgent.shown.last(), QStringLiteral("c1"))));
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.sent("code"), QStringLiteral("c1"));
}

void TestAuthorizationCodeGrant::codeIsExchangedOnce()
{
    World world;
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.start();
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    // RawClient uses no thread, so the request has arrived after settle() even on a busy computer.
    const QUrl url = world.redirect(codeAndState(world.userAgent.shown.last(), QStringLiteral("c2")));
    RawClient reload(url);
    reload.send("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\nHost: "
                + url.authority().toLatin1() + "\r\n\r\n");
    settle();
    QCOMPARE(world.tokenRequestCount(), 1);
    world.server.answerWaiting(goodTokens);
    EXPECT_SUCCESS(world.answers);
    QTRY_VERIFY(world.page->isFinished);
    QTRY_VERIFY(reload.received().endsWith(world.page->html.toUtf8()));
    QCOMPARE(world.sent("code"), QStringLiteral("c1"));
}

void TestAuthorizationCodeGrant::redirectOfTheTokenRequestIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isSameOrigin");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d to another origin", status) << status << false;
        QTest::addRow("%d to the same origin", status) << status << true;
    }
}

void TestAuthorizationCodeGrant::redirectOfTheTokenRequestIsNotFollowed()
{
    QFETCH(int, status);
    QFETCH(bool, isSameOrigin);
    World world;
    ScriptedServer other;
    ScriptedServer &target = isSameOrigin ? world.server : other;
    target.answer(QStringLiteral("/elsewhere"), goodTokens);
    world.server.answer(tokenPath, redirectTo(target.at(QStringLiteral("/elsewhere")), status));
    world.start();
    QTRY_COMPARE(world.answers.count, 1);
    QVERIFY(!*world.answers.last);
    QCOMPARE(world.answers.last->error().kind, Error::Kind::Malformed);
    settle();
    QCOMPARE(target.requestsAt(QStringLiteral("/elsewhere")).size(), 0);
    QCOMPARE(world.tokenRequestCount(), 1);
}

void TestAuthorizationCodeGrant::challengeToAPublicClientIsNotAnswered()
{
    World world;
    world.server.answer(tokenPath, {{.status = 401,
                                     .contentType = "application/json",
                                     .body = R"({"error": "invalid_client"})",
                                     .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}}});
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "invalid_client");
    settle();
    QCOMPARE(world.tokenRequestCount(), 1);
    QVERIFY(world.tokenRequest().header("Authorization").isNull());
}

void TestAuthorizationCodeGrant::refusedClientAuthenticatesTheOtherWayOnce_data()
{
    QTest::addColumn<bool>("isBasicFirst");
    QTest::newRow("the form is refused") << false;
    QTest::newRow("the header is refused") << true;
}

void TestAuthorizationCodeGrant::refusedClientAuthenticatesTheOtherWayOnce()
{
    QFETCH(bool, isBasicFirst);
    World world;
    world.client.clientSecret = QStringLiteral("s+1");
    world.metadata.tokenAuthMethod = isBasicFirst ? ClientAuthMethod::Basic : ClientAuthMethod::Post;
    world.server.answer(tokenPath, [isBasicFirst](const loopback::Request &request) {
        const bool isBasic = !request.header("Authorization").isNull();
        return isBasic == isBasicFirst ? json(R"({"error": "invalid_client"})", 401) : goodTokens;
    });
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->authMethod, isBasicFirst ? ClientAuthMethod::Post : ClientAuthMethod::Basic);
    const QList<loopback::Request> requests = world.server.requestsAt(tokenPath);
    QCOMPARE(requests.size(), 2);
    const loopback::Request &basic = requests[isBasicFirst ? 0 : 1];
    QCOMPARE(basic.header("Authorization"), "Basic " + QByteArray("latchkey-test:s%2B1").toBase64());
    // The code, its verifier and the redirect URI are the same.
    for (const char *name : {"code", "code_verifier", "redirect_uri", "grant_type"}) {
        const QString sent = formField(requests[0], QLatin1String(name)).value_or(QString());
        QVERIFY(!sent.isEmpty());
        QCOMPARE(formField(requests[1], QLatin1String(name)), sent);
    }
    QCOMPARE(world.userAgent.shown.size(), 1);
}

void TestAuthorizationCodeGrant::badTokenAnswerIsAnErrorAndANewAttemptWorks_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, const ScriptedServer::Answer &answer, Error::Kind kind, const char *code) {
        QTest::newRow(name) << answer << kind << QString::fromLatin1(code);
    };
    const auto in = [](Manner manner) { return ScriptedServer::Answer{goodTokens.response, manner}; };
    add("200 with an error", json(R"({"error": "bad_verification_code"})"), Error::Kind::Denied,
        "bad_verification_code");
    add("200 with an error, form",
        {{.contentType = "application/x-www-form-urlencoded", .body = "error=incorrect_client_credentials"}},
        Error::Kind::Denied, "incorrect_client_credentials");
    add("400", json(R"({"error": "invalid_grant"})", 400), Error::Kind::Denied, "invalid_grant");
    add("400, after the person has agreed", json(R"({"error": "access_denied"})", 400), Error::Kind::Denied, "access_not_given");
    add("400, empty", {{.status = 400}}, Error::Kind::Denied, "request_refused");
    add("422, empty", {{.status = 422}}, Error::Kind::Denied, "http_422");
    add("503", html("busy", 503), Error::Kind::Unreachable, "http_503");
    add("429", html("slowly", 429), Error::Kind::Unreachable, "http_429");
    add("HTML", html("<html><h1>Wi-Fi"), Error::Kind::Malformed, "web_page");
    add("401, empty", {{.status = 401}}, Error::Kind::Denied, "client_refused");
    add("403, empty", {{.status = 403}}, Error::Kind::Denied, "access_refused");
    add("empty", json(""), Error::Kind::Malformed, "no_token");
    add("204", {{.status = 204}}, Error::Kind::Malformed, "no_token");
    add("no token", json("{}"), Error::Kind::Malformed, "no_token");
    add("wrong type", json(R"({"access_token": 5})"), Error::Kind::Malformed, "no_token");
    add("not JSON", json("{\"access_token\": "), Error::Kind::Malformed, "not_json");
    add("10 MB", json('{' + QByteArray(10'000'000, ' ') + '}'), Error::Kind::Malformed, "too_large");
    add("cut off", in(Manner::CutOff), Error::Kind::Malformed, "cut_off");
    add("connection reset", in(Manner::Reset), Error::Kind::Unreachable, "network");
    add("hangs", in(Manner::Hang), Error::Kind::Unreachable, "timed_out");
    add("a byte now and then, forever", in(Manner::Drip), Error::Kind::Unreachable, "timed_out");
}

void TestAuthorizationCodeGrant::badTokenAnswerIsAnErrorAndANewAttemptWorks()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    World world;
    if (answer.isEndless())
        world.limits = {.silence = 300ms, .total = 600ms};
    world.server.answer(tokenPath, answer);
    world.start();
    QTRY_COMPARE(world.answers.count, 1);
    QVERIFY2(world.answers.isError(kind, code), world.answers.toText());
    QTRY_COMPARE(world.page->kind(), QStringLiteral("failed"));
    settle();
    QCOMPARE(world.answers.count, 1);
    QCOMPARE(world.tokenRequestCount(), 1);

    world.limits = {};
    world.server.answer(tokenPath, goodTokens);
    world.start();
    EXPECT_SUCCESS(world.answers);
    QTRY_COMPARE(world.page->kind(), QStringLiteral("accepted"));
}

void TestAuthorizationCodeGrant::closedTokenEndpointIsUnreachable()
{
    World world;
    world.metadata.tokenEndpoint = std::make_unique<ScriptedServer>()->at(tokenPath);
    world.start();
    EXPECT_ERROR(world.answers, Error::Kind::Unreachable, "connection_refused");
    QTRY_COMPARE(world.page->kind(), QStringLiteral("failed"));
}

void TestAuthorizationCodeGrant::takenPortIsReported()
{
    World world;
    ScriptedServer other;
    world.client.redirectPort = quint16(other.origin().port());
    world.start();
    QCOMPARE(world.answers.count, 0);
    EXPECT_ERROR(world.answers, Error::Kind::Unreachable, "redirect_port_in_use");
    QVERIFY(world.userAgent.shown.isEmpty());
}

void TestAuthorizationCodeGrant::portIsClosedAfterwards()
{
    World world;
    world.start();
    QVERIFY(canConnect(world.redirectUri()));
    EXPECT_SUCCESS(world.answers);
    QVERIFY(!canConnect(world.redirectUri()));
}

/// Qt's own reply handler would also listen, without limits.
void TestAuthorizationCodeGrant::onlyTheRedirectUriListens()
{
    if (!QFile::exists(QStringLiteral("/proc/self/net/tcp")))
        QSKIP("needs /proc/self/net/tcp");
    World world;
    world.userAgent.setScript({});
    const QStringList before = listeningSockets();
    world.start();
    QStringList opened = listeningSockets();
    for (const QString &socket : before)
        opened.removeOne(socket);
    const QString port = QStringLiteral("%1").arg(world.redirectUri().port(), 4, 16, QLatin1Char('0')).toUpper();
    QCOMPARE(opened, QStringList(QStringLiteral("0100007F:") + port));
}

void TestAuthorizationCodeGrant::attemptTimesOut()
{
    World world;
    world.userAgent.setScript({});
    world.grant = std::make_unique<AuthorizationCodeGrant>(world.metadata, world.client);
    world.grant->setPatience(50ms);
    world.grant->start(world.userAgent, &world.context, world.answers.receiver());
    EXPECT_ERROR(world.answers, Error::Kind::Unreachable, "attempt_timed_out");
    QCOMPARE(world.userAgent.dismissCount, 1);
    QVERIFY(!canConnect(world.redirectUri()));
}

void TestAuthorizationCodeGrant::browserIsAnsweredAfterTheExchange_data()
{
    QTest::addColumn<ScriptedServer::Answer>("tokens");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::newRow("tokens") << goodTokens << 200 << QStringLiteral("accepted");
    QTest::newRow("no tokens") << json(R"({"error": "invalid_grant"})", 400) << 502 << QStringLiteral("failed");
}

void TestAuthorizationCodeGrant::browserIsAnsweredAfterTheExchange()
{
    QFETCH(ScriptedServer::Answer, tokens);
    QFETCH(int, status);
    QFETCH(QString, kind);
    World world;
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.start();
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    settle();
    QVERIFY(!world.page->isFinished);
    world.server.answerWaiting(tokens);
    QTRY_VERIFY(world.page->isFinished);
    QCOMPARE(world.page->status, status);
    QCOMPARE(world.page->kind(), kind);
}

void TestAuthorizationCodeGrant::deletionBeforeTheRedirectClosesThePort()
{
    World world;
    world.userAgent.setScript({});
    world.start();
    QVERIFY(canConnect(world.redirectUri()));
    world.grant.reset();
    QVERIFY(!canConnect(world.redirectUri()));
    QCOMPARE(world.userAgent.dismissCount, 1);
    settle();
    QCOMPARE(world.answers.count, 0);
}

void TestAuthorizationCodeGrant::deletionWithARequestInFlightEndsIt()
{
    World world;
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.start();
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    world.grant.reset();
    QVERIFY(!canConnect(world.redirectUri()));
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    world.server.answerWaiting(goodTokens);
    QTRY_VERIFY(world.page->isFinished);
    settle();
    QCOMPARE(world.answers.count, 0);
}

void TestAuthorizationCodeGrant::receiverMayDeleteTheGrant_data()
{
    QTest::addColumn<ScriptedServer::Answer>("tokens");
    QTest::addColumn<bool>("isCanceled");
    QTest::newRow("after success") << goodTokens << false;
    QTest::newRow("after an error") << json("{}") << false;
    QTest::newRow("after a reset") << ScriptedServer::Answer{{}, Manner::Reset} << false;
    QTest::newRow("after a cancel, with a request in flight") << ScriptedServer::Answer{{}, Manner::Hang} << true;
}

void TestAuthorizationCodeGrant::receiverMayDeleteTheGrant()
{
    QFETCH(ScriptedServer::Answer, tokens);
    QFETCH(bool, isCanceled);
    World world;
    world.server.answer(tokenPath, tokens);
    world.grant = std::make_unique<AuthorizationCodeGrant>(world.metadata, world.client);
    int count = 0;
    world.grant->start(world.userAgent, &world.context, [&](const Result<TokenSet> &) {
        ++count;
        world.grant.reset();
    });
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    if (isCanceled)
        Q_EMIT world.userAgent.canceled();
    QTRY_COMPARE(count, 1);
    QTRY_VERIFY(world.page->isFinished);
    QVERIFY(!world.page->kind().isEmpty());
    settle();
    QCOMPARE(count, 1);
}

void TestAuthorizationCodeGrant::receiverIsNotCalledWhenItsContextIsGone()
{
    World world;
    auto context = std::make_unique<QObject>();
    world.server.answer(tokenPath, {{}, Manner::Hang});
    world.grant = std::make_unique<AuthorizationCodeGrant>(world.metadata, world.client);
    world.grant->start(world.userAgent, context.get(), world.answers.receiver());
    QTRY_COMPARE(world.tokenRequestCount(), 1);
    context.reset();
    world.server.answerWaiting(goodTokens);
    QTRY_VERIFY(world.page->isFinished);
    settle();
    QCOMPARE(world.answers.count, 0);
}

void TestAuthorizationCodeGrant::simultaneousAttemptsAreSeparate()
{
    World world;
    world.userAgent.setScript({});
    Answers<TokenSet> second;
    world.start();
    AuthorizationCodeGrant other(world.metadata, world.client);
    other.start(world.userAgent, &world.context, second.receiver());
    const QUrl firstRequest = world.userAgent.shown.at(0);
    const QUrl secondRequest = world.userAgent.shown.at(1);

    // The first attempt's answer, sent to the second.
    const auto page = world.browser.visit(redirectOf(secondRequest, codeAndState(firstRequest, QStringLiteral("c1"))));
    QTRY_COMPARE(page->kind(), QStringLiteral("foreign"));
    QCOMPARE(world.tokenRequestCount(), 0);

    world.browser.visit(redirectOf(firstRequest, codeAndState(firstRequest, QStringLiteral("c1"))));
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(second.count, 0);
}

/// Mix-up attack (RFC 9700 §4.4): sign-ins at the honest server A and the attacker's server B run at the same time.
void TestAuthorizationCodeGrant::n19AnswerOfOneServerNeverReachesTheOther()
{
    World a;
    World b;
    a.metadata.issuer = QUrl(QStringLiteral("https://a.example"));
    b.metadata.issuer = QUrl(QStringLiteral("https://b.example"));
    for (World *world : {&a, &b}) {
        world->userAgent.setScript({});
        world->start();
    }
    const http::Parameters answerOfA = codeAndState(a.userAgent.shown.last(), QStringLiteral("code-of-a"));

    // The state of A does not belong to the sign-in at the port of B.
    const auto misled = b.browser.visit(b.redirect(answerOfA));
    QTRY_VERIFY(misled->isFinished);
    QCOMPARE(misled->kind(), QStringLiteral("foreign"));
    QCOMPARE(b.answers.count, 0);

    // The state of B, as if B had redirected the person to A. A names itself as the issuer.
    const auto mixedUp = b.browser.visit(b.redirect(codeAndState(b.userAgent.shown.last(), QStringLiteral("code-of-a"))
                                                    + http::Parameters{{QStringLiteral("iss"), QStringLiteral("https://a.example")}}));
    EXPECT_ERROR(b.answers, Error::Kind::Denied, "wrong_issuer");
    QTRY_COMPARE(mixedUp->kind(), QStringLiteral("failed"));
    QCOMPARE(b.server.requests().size(), 0);

    a.page = a.browser.visit(a.redirect(answerOfA));
    EXPECT_SUCCESS(a.answers);
    QCOMPARE(a.sent("code"), QStringLiteral("code-of-a"));
    QCOMPARE(b.server.requests().size(), 0);
}

void TestAuthorizationCodeGrant::n42NonceIsNewForEachAttemptThatAsksForOpenid()
{
    World world;
    world.userAgent.setScript({});
    world.start();
    QVERIFY(!QUrlQuery(world.userAgent.shown.last()).hasQueryItem(QStringLiteral("nonce")));
    world.client.scope = QStringLiteral("openid profile");
    world.start();
    const QString first = parameter(world.userAgent.shown.last(), "nonce");
    QCOMPARE(first.size(), 43);
    world.start();
    const QString second = parameter(world.userAgent.shown.last(), "nonce");
    QCOMPARE(second.size(), 43);
    QVERIFY(first != second);
    QVERIFY(second != parameter(world.userAgent.shown.last(), "state"));
}

void TestAuthorizationCodeGrant::n42IdTokenMustMatchTheAttempt_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("detail");
    QTest::newRow("matches") << QString() << QJsonValue() << QString();
    QTest::newRow("of another attempt") << QStringLiteral("nonce") << QJsonValue(QStringLiteral("n1"))
                                        << QStringLiteral("nonce");
    QTest::newRow("of another issuer") << QStringLiteral("iss") << QJsonValue(QStringLiteral("https://evil.example"))
                                       << QStringLiteral("iss");
    QTest::newRow("for another client") << QStringLiteral("aud") << QJsonValue(QStringLiteral("other"))
                                        << QStringLiteral("aud");
    QTest::newRow("expired") << QStringLiteral("exp") << QJsonValue(1) << QStringLiteral("exp");
    QTest::newRow("missing") << QStringLiteral("missing") << QJsonValue() << QStringLiteral("missing");
}

void TestAuthorizationCodeGrant::n42IdTokenMustMatchTheAttempt()
{
    QFETCH(QString, claim);
    QFETCH(QJsonValue, value);
    QFETCH(QString, detail);
    World world;
    world.client.scope = QStringLiteral("openid");
    world.metadata.issuer = QUrl(QStringLiteral("https://id.example/a"));
    world.server.answer(tokenPath, [&](const loopback::Request &) {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("https://id.example/a")},
                           {QStringLiteral("aud"), world.client.clientId},
                           {QStringLiteral("sub"), QStringLiteral("ada")},
                           {QStringLiteral("nonce"), parameter(world.userAgent.shown.last(), "nonce")},
                           {QStringLiteral("iat"), now},
                           {QStringLiteral("exp"), now + 60}};
        if (!claim.isEmpty())
            claims.insert(claim, value);
        const QString idToken = claim == QLatin1String("missing") ? QString() : idTokenOf(claims);
        return json(R"({"access_token": "at_1", "id_token": ")" + idToken.toLatin1() + R"("})");
    });
    world.start();
    if (detail.isEmpty()) {
        EXPECT_SUCCESS(world.answers);
        QCOMPARE((*world.answers.last)->subject, QStringLiteral("ada"));
    } else {
        EXPECT_ERROR(world.answers, Error::Kind::Denied, "id_token");
        QCOMPARE(world.answers.last->error().detail, detail);
    }
    QTRY_COMPARE(world.page->kind(), detail.isEmpty() ? QStringLiteral("accepted") : QStringLiteral("failed"));
}

void TestAuthorizationCodeGrant::nothingSecretIsLogged()
{
    QLoggingCategory::CategoryFilter defaultFilter = QLoggingCategory::installFilter([](QLoggingCategory *category) {
        const bool isOurs = QByteArrayView(category->categoryName()).startsWith("latchkey");
        category->setEnabled(QtDebugMsg, isOurs);
        category->setEnabled(QtInfoMsg, isOurs);
        category->setEnabled(QtWarningMsg, true);
    });
    logged.clear();
    const QtMessageHandler defaultHandler = qInstallMessageHandler(keepLog);
    QStringList secrets{QStringLiteral("gho_1"), QStringLiteral("ghr_2"), QStringLiteral("geheim"),
                        QStringLiteral("c1-code")};
    World world;
    world.client.clientSecret = QStringLiteral("geheim");
    world.consentWith(QStringLiteral("c1-code"));
    const auto attempt = [&](const ScriptedServer::Answer &tokens) {
        world.server.answer(tokenPath, tokens);
        world.start();
        secrets.append(parameter(world.userAgent.shown.last(), "state"));
        const QUrl wrongPath = world.redirect(codeAndState(world.userAgent.shown.last(), QStringLiteral("c1-code")));
        world.browser.visit(QUrl(wrongPath).adjusted(QUrl::RemovePath));
        world.browser.visit(world.redirect(
            {{QStringLiteral("code"), QStringLiteral("c1-code")}, {QStringLiteral("state"), QStringLiteral("x")}}));
        return QTest::qWaitFor([&] { return world.answers.count == 1; });
    };
    const bool hasEnded = attempt(goodTokens) && attempt({goodTokens.response, Manner::CutOff})
        && attempt(json(R"({"access_token": "gho_1", "token_type": "mac"})"))
        && attempt(json(
            R"({"error": "invalid_grant", "error_description": "of dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"})",
            400));
    qInstallMessageHandler(defaultHandler);
    QLoggingCategory::installFilter(defaultFilter);

    QVERIFY(hasEnded);
    for (const loopback::Request &request : world.server.requestsAt(tokenPath))
        secrets.append(*formField(request, QStringLiteral("code_verifier")));
    secrets.append(QStringLiteral("dBjftJeZ4CVP"));
    QVERIFY(logged.contains(QLatin1String("sign-in attempt ended"))); // The log is not empty.
    for (const QString &secret : std::as_const(secrets))
        QVERIFY2(!logged.contains(secret), qPrintable(logged));
}

} // namespace tst_authorizationcodegrant

LATCHKEY_TEST(tst_authorizationcodegrant, TestAuthorizationCodeGrant, QCoreApplication)

#include "tst_authorizationcodegrant.moc"
