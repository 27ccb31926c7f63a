// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "errortext/errortext.h"
#include "support/browser.h"
#include "support/idtokens.h"
#include "support/scriptedserver.h"
#include "support/scripteduseragent.h"
#include "support/test.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

namespace tst_signin {

using demo::Endpoint;
using State = Session::State;
using Step = SignIn::Step;

demo::DemoProvider::Options quickPolls()
{
    demo::DemoProvider::Options options;
    options.deviceCodeInterval = std::chrono::seconds(1);
    return options;
}

struct World : DemoWorld
{
    explicit World(const demo::DemoProvider::Options &options = quickPolls()) : DemoWorld(options) {}

    bool hasError(Error::Kind kind, const char *code) const
    {
        const std::optional<Error> &error = session->error();
        return session->state() == State::SignedOut && error && error->kind == kind
            && error->code == QLatin1String(code);
    }

    std::optional<oauth::DeviceAuthorization> device() const
    {
        const SignIn *attempt = session->signInAttempt();
        return attempt ? attempt->deviceAuthorization() : std::nullopt;
    }
    bool waitForCode() const
    {
        return QTest::qWaitFor([&] { return device().has_value(); });
    }
    /// What a person reads about the error of the session; empty if there is none.
    QString sentence() const
    {
        const std::optional<Error> &error = session->error();
        return error ? textOf(*error, session->provider(), errortext::Surface::Window).toString() : QString();
    }

    void typeCode() { deviceUser.visitDevicePage(device()->verificationUriComplete); }

    /// Opens the server's page. The person does not answer it.
    SignIn &openPage()
    {
        person.setAnswer(FormFillingUserAgent::Answer::None);
        session->signIn(person);
        if (!QTest::qWaitFor([&] { return count(Endpoint::Authorize) == 2; }))
            qFatal("the page does not come");
        return *session->signInAttempt();
    }

    /// A working token, like one that a person creates in the account's settings.
    QString personalToken()
    {
        if (!signIn())
            qFatal("the sign-in for a token does not work");
        const QString token = stored().tokens.accessToken;
        session.reset();
        store.entries.clear();
        if (!registry.remove(key) || !registry.setStray(key, false))
            qFatal("the account cannot be forgotten");
        QDir(cacheFolder()).removeRecursively();
        start();
        return token;
    }

    bool isConfirming() const { return session->signInAttempt() && session->signInAttempt()->step() == Step::Confirming; }

    static SignInRequest fromCli(const QString &token, const QString &login)
    {
        SignInRequest request{.way = SignInWay::GitHubCli};
        request.tokenSource = [token](QObject *asker, const Receiver<QString> &receiver) { answerLater(asker, receiver, token); };
        request.loginHint = login;
        return request;
    }

    FormFillingUserAgent deviceUser{demoPerson()}; ///< The same person on another device.
    QObject context;
};

QList<loopback::Header> fromGitHub()
{
    return {{"X-GitHub-Request-Id", "TEST:1"}};
}

QString parameter(const QUrl &url, const char *name)
{
    return loopback::formValue(QUrlQuery(url.query(QUrl::FullyEncoded)), QLatin1String(name)).value_or(QString());
}

QString requestedScope(const loopback::Request &request)
{
    return loopback::formValue(QUrlQuery(QString::fromLatin1(request.body)), QStringLiteral("scope")).value_or(QString());
}

/// An OpenID provider whose ID token is about ada and whose userinfo is about `userinfoSubject`, or is any other answer.
struct OpenIdWorld : World
{
    explicit OpenIdWorld(const QByteArray &userinfoSubject)
        : OpenIdWorld(json(R"({"sub": ")" + userinfoSubject + R"("})"))
    {}

    explicit OpenIdWorld(const ScriptedServer::Answer &userinfo)
    {
        issuer.answer(QStringLiteral("/authorize"), [this](const loopback::Request &request) {
            const auto value = [&](const char *name) {
                return loopback::formValue(request.query, QLatin1String(name)).value_or(QString());
            };
            nonce = value("nonce");
            return redirectTo(QUrl(value("redirect_uri") + QStringLiteral("?code=c1&state=") + value("state")));
        });
        issuer.answer(QStringLiteral("/token"), [this](const loopback::Request &) {
            const qint64 now = QDateTime::currentSecsSinceEpoch();
            const QString idToken = idTokenOf({{QStringLiteral("iss"), provider.server.issuerText()},
                                               {QStringLiteral("aud"), provider.client.clientId},
                                               {QStringLiteral("sub"), QStringLiteral("ada")},
                                               {QStringLiteral("nonce"), nonce},
                                               {QStringLiteral("iat"), now},
                                               {QStringLiteral("exp"), now + 60}});
            return json(R"({"access_token": "at_1", "id_token": ")" + idToken.toLatin1() + R"("})");
        });
        issuer.answer(QStringLiteral("/userinfo"), userinfo);
        provider.api = Provider::Api::Oidc;
        provider.server = {};
        provider.server.issuer = issuer.origin();
        provider.server.authorizationEndpoint = issuer.at(QStringLiteral("/authorize"));
        provider.server.tokenEndpoint = issuer.at(QStringLiteral("/token"));
        provider.server.userinfoEndpoint = issuer.at(QStringLiteral("/userinfo"));
        provider.client.scope = QStringLiteral("openid");
        start();
        session->signIn(userAgent);
    }

    ScriptedServer issuer;
    QString nonce;
    Browser browser;
    ScriptedUserAgent userAgent{[this](const QUrl &request) { browser.visit(request); }};
};

/// An OpenID provider whose issuer ends with a slash, although people type it without, whose metadata is odd in harmless ways, and
/// which takes the client's secret only in the Authorization header.
struct OddWorld : World
{
    OddWorld()
    {
        issuer.answer(QStringLiteral("/.well-known/openid-configuration"), json(QJsonDocument(QJsonObject{
            {QStringLiteral("issuer"), name()},
            {QStringLiteral("authorization_endpoint"), issuer.at(QStringLiteral("/authorize")).toString()},
            {QStringLiteral("token_endpoint"), issuer.at(QStringLiteral("/token")).toString()},
            {QStringLiteral("userinfo_endpoint"), issuer.at(QStringLiteral("/userinfo")).toString()},
            {QStringLiteral("device_authorization_endpoint"), QString()},
            {QStringLiteral("revocation_endpoint"), QStringLiteral("http://sso.internal/revoke")},
            {QStringLiteral("token_endpoint_auth_methods_supported"), QJsonValue()}}).toJson()));
        issuer.answer(QStringLiteral("/authorize"), [this](const loopback::Request &request) {
            const auto value = [&](const char *name) {
                return loopback::formValue(request.query, QLatin1String(name)).value_or(QString());
            };
            nonce = value("nonce");
            return redirectTo(QUrl(value("redirect_uri") + QStringLiteral("?code=c1&state=") + value("state") + QStringLiteral("&iss=")
                                   + QString::fromLatin1(QUrl::toPercentEncoding(name()))));
        });
        issuer.answer(QStringLiteral("/token"), [this](const loopback::Request &request) { return tokensFor(request); });
        issuer.answer(QStringLiteral("/userinfo"), json(R"({"sub": "ada"})"));
        provider.api = Provider::Api::Oidc;
        provider.server = {};
        provider.server.issuer = issuer.origin();
        provider.client.scope = QStringLiteral("openid");
        provider.client.clientSecret = QStringLiteral("s+1");
        start();
    }

    QString name() const { return issuer.origin().toString() + QLatin1Char('/'); }

    ScriptedServer::Answer tokensFor(const loopback::Request &request)
    {
        const QByteArray credentials = "Basic " + QByteArray(provider.client.clientId.toLatin1() + ":s%2B1").toBase64();
        if (request.header("Authorization") != credentials)
            return json(R"({"error": "invalid_client"})", 401);
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const QString idToken = idTokenOf({{QStringLiteral("iss"), name()},
                                           {QStringLiteral("aud"), provider.client.clientId},
                                           {QStringLiteral("sub"), QStringLiteral("ada")},
                                           {QStringLiteral("nonce"), nonce},
                                           {QStringLiteral("iat"), now},
                                           {QStringLiteral("exp"), now + 60}});
        const QJsonObject answer{{QStringLiteral("access_token"), QStringLiteral("at")},
                                 {QStringLiteral("refresh_token"), QStringLiteral("rt")},
                                 {QStringLiteral("id_token"), idToken}};
        return {.response = {.contentType = "text/html", .body = QJsonDocument(answer).toJson()}};
    }

    ScriptedServer issuer;
    QString nonce;
    Browser browser;
    ScriptedUserAgent userAgent{[this](const QUrl &request) { browser.visit(request); }};
};

class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeviceCodeSignsIn()
    {
        World world;
        QList<Step> steps;
        connect(world.session.get(), &Session::signInProgressed, &world.context,
                [&] { steps.append(world.session->signInAttempt()->step()); });
        world.session->signIn({SignInWay::DeviceCode});
        QVERIFY(world.waitForCode());
        QCOMPARE(world.session->signInAttempt()->authorizationRequest(), QUrl());
        world.typeCode();
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(steps, QList<Step>({Step::RequestingCode, Step::Authorizing, Step::Identifying, Step::Storing}));
        QCOMPARE(world.session->account()->identity().login, QStringLiteral("ada-demo"));
        QCOMPARE(world.session->account()->scopes(), QStringList(QStringLiteral("read:user")));
        QVERIFY(world.stored().tokens.isRefreshable());
        QVERIFY(!world.stored().tokens.isPersonalAccessToken);
        QCOMPARE(world.count(Endpoint::Authorize), 0);
    }

    void aRefusedDeviceCodeEndsTheAttempt()
    {
        World world;
        world.deviceUser.setAnswer(FormFillingUserAgent::Answer::Deny);
        world.session->signIn({SignInWay::DeviceCode});
        QVERIFY(world.waitForCode());
        world.typeCode();
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "access_denied"));
        QVERIFY(world.isForgotten());
    }

    void anExpiredCodeEndsTheAttemptAndTheNextOneGetsANewCode()
    {
        World world;
        world.session->signIn({SignInWay::DeviceCode});
        QVERIFY(world.waitForCode());
        const QString first = world.device()->userCode;
        world.server.expireDeviceCodes();
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "expired_token"));
        world.session->signIn({SignInWay::DeviceCode});
        QVERIFY(world.waitForCode());
        QVERIFY(world.device()->userCode != first);
        world.typeCode();
        QVERIFY(world.waitFor(State::SignedIn));
    }

    void aMissingDeviceFlowIsReported_data()
    {
        QTest::addColumn<bool>("hasEndpoint");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("switched off") << true << QByteArray("device_flow_disabled");
        QTest::newRow("unsupported") << false << QByteArray("device_flow_unsupported");
    }

    void aMissingDeviceFlowIsReported()
    {
        QFETCH(bool, hasEndpoint);
        QFETCH(QByteArray, code);
        demo::DemoProvider::Options options;
        options.hasDeviceFlow = false;
        World world(options);
        if (!hasEndpoint) {
            world.provider.server.deviceAuthorizationEndpoint.clear();
            world.start();
        }
        world.session->signIn({SignInWay::DeviceCode});
        QCOMPARE(world.session->signInAttempt()->canOfferDeviceCode(), hasEndpoint);
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, code));
    }

    void cancelingStopsThePolling()
    {
        World world;
        world.session->signIn({SignInWay::DeviceCode});
        QTRY_COMPARE(world.count(Endpoint::Token), 1);
        world.session->cancelSignIn();
        QCOMPARE(world.session->state(), State::SignedOut);
        QVERIFY(!world.session->error());
        QTest::qWait(1200);
        QCOMPARE(world.count(Endpoint::Token), 1);
    }

    void aCodeBesideThePageSignsInAndClosesThePage()
    {
        World world;
        SignIn &attempt = world.openPage();
        QVERIFY(attempt.canOfferDeviceCode());
        QSignalSpy progress(world.session.get(), &Session::signInProgressed);
        attempt.offerDeviceCode();
        QVERIFY(!attempt.deviceAuthorization());
        QTRY_COMPARE(progress.count(), 1);
        QVERIFY(attempt.deviceAuthorization());
        QCOMPARE(attempt.step(), Step::Authorizing);
        const QUrl redirectUri(parameter(attempt.authorizationRequest(), "redirect_uri"));
        QVERIFY(canConnect(redirectUri));
        world.typeCode();
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(world.person.dismissCount, 1);
        QVERIFY(!canConnect(redirectUri));
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void finishingThePageFirstEndsTheCode()
    {
        World world;
        SignIn &attempt = world.openPage();
        attempt.offerDeviceCode();
        QVERIFY(world.waitForCode());
        const auto code = *attempt.deviceAuthorization();
        world.server.misbehave(Endpoint::User, hang());
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        world.person.show(attempt.authorizationRequest());
        QTRY_COMPARE(attempt.step(), Step::Identifying);
        QVERIFY(!attempt.deviceAuthorization());
        QVERIFY(!attempt.deviceError());
        // The code can still be entered, but nobody polls for its tokens.
        const int questions = world.count(Endpoint::Token);
        world.deviceUser.visitDevicePage(code.verificationUriComplete);
        QTRY_COMPARE(world.deviceUser.lastStatus, 200);
        QTest::qWait(1200);
        QCOMPARE(world.count(Endpoint::Token), questions);
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void aFailedCodeRequestLeavesThePageOpen()
    {
        demo::DemoProvider::Options options;
        options.hasDeviceFlow = false;
        World world(options);
        SignIn &attempt = world.openPage();
        attempt.offerDeviceCode();
        QTRY_VERIFY(attempt.deviceError());
        QCOMPARE(attempt.deviceError()->code, QStringLiteral("device_flow_disabled"));
        QVERIFY(!attempt.deviceAuthorization());
        QCOMPARE(world.session->state(), State::SigningIn);
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        world.person.show(attempt.authorizationRequest());
        QVERIFY(world.waitFor(State::SignedIn));
    }

    void connectionsToBothServersOpenWhileThePersonTypes()
    {
        World world;
        const auto requests = [&] {
            int sum = 0;
            for (const Endpoint endpoint : {Endpoint::Login, Endpoint::Authorize, Endpoint::Token, Endpoint::User})
                sum += world.count(endpoint);
            return sum;
        };
        SignIn &attempt = world.openPage();
        // The demo provider closes each connection after one request.
        QTRY_COMPARE(world.server.connectionCount(), requests() + 2);
        QCOMPARE(world.count(Endpoint::Token), 0);
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        world.person.show(attempt.authorizationRequest());
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(world.count(Endpoint::Token) + world.count(Endpoint::User), 2);
        // Both were used, and another one is open for the profile's first request.
        QTRY_VERIFY(world.server.connectionCount() > requests());
        const int opened = world.server.connectionCount();
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(Question{QNetworkRequest(world.provider.identityUrl())}, &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
        QCOMPARE(world.server.connectionCount(), opened);
    }

    void anExpiredCodeBesideThePageCanBeReplaced()
    {
        World world;
        SignIn &attempt = world.openPage();
        attempt.offerDeviceCode();
        QVERIFY(world.waitForCode());
        world.server.expireDeviceCodes();
        QTRY_VERIFY(attempt.deviceError());
        QCOMPARE(attempt.deviceError()->code, QStringLiteral("expired_token"));
        QVERIFY(!attempt.deviceAuthorization());
        QVERIFY(!attempt.authorizationRequest().isEmpty());
        attempt.offerDeviceCode();
        QVERIFY(!attempt.deviceError());
        QVERIFY(world.waitForCode());
        world.typeCode();
        QVERIFY(world.waitFor(State::SignedIn));
    }

    void aCodeIsRequestedOnceAndOnlyBesideAPage()
    {
        World world;
        SignIn &attempt = world.openPage();
        attempt.offerDeviceCode();
        attempt.offerDeviceCode();
        QVERIFY(world.waitForCode());
        attempt.offerDeviceCode();
        settle();
        QCOMPARE(world.count(Endpoint::DeviceCode), 1);

        world.session->signIn({SignInWay::DeviceCode});
        world.session->signInAttempt()->offerDeviceCode();
        QVERIFY(world.waitForCode());
        world.session->signInAttempt()->offerDeviceCode();
        settle();
        QCOMPARE(world.count(Endpoint::DeviceCode), 2);
    }

    void aBrokenPageLeavesTheCode()
    {
        World world;
        SignIn &attempt = world.openPage();
        attempt.offerDeviceCode();
        QVERIFY(world.waitForCode());
        Q_EMIT world.person.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("stopped")});
        QTRY_COMPARE(attempt.authorizationRequest(), QUrl());
        QCOMPARE(world.session->state(), State::SigningIn);
        QCOMPARE(attempt.step(), Step::Authorizing);
        world.typeCode();
        QVERIFY(world.waitFor(State::SignedIn));
    }

    void closingThePageEndsTheCodeToo()
    {
        World world;
        SignIn &attempt = world.openPage();
        attempt.offerDeviceCode();
        QVERIFY(world.waitForCode());
        Q_EMIT world.person.canceled();
        QVERIFY(world.waitFor(State::SignedOut));
        QVERIFY(!world.session->error());
        QVERIFY(!world.session->signInAttempt());
    }

    void aPersonalAccessTokenSignsInWithTheScopesThatGitHubNames()
    {
        World world;
        const QString token = world.personalToken();
        QList<Step> steps;
        connect(world.session.get(), &Session::signInProgressed, &world.context,
                [&] { steps.append(world.session->signInAttempt()->step()); });
        world.session->signIn({.way = SignInWay::Token, .token = token});
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(steps, QList<Step>({Step::Identifying, Step::Storing}));
        QCOMPARE(world.stored().tokens.accessToken, token);
        QVERIFY(world.stored().tokens.isPersonalAccessToken);
        QVERIFY(!world.session->account()->isRefreshable());
        QCOMPARE(world.session->account()->scopes(), QStringList(QStringLiteral("read:user")));
    }

    void aCheckedTokenIsKeptOnlyWhenThePersonSaysSo()
    {
        World world;
        const QString token = world.personalToken();
        world.session->signIn({.way = SignInWay::Token, .token = token, .needsConfirmation = true});
        QTRY_VERIFY(world.isConfirming());
        const SignIn &attempt = *world.session->signInAttempt();
        QCOMPARE(attempt.identity()->login, QStringLiteral("ada-demo"));
        QCOMPARE(attempt.tokens()->scopes, QStringList(QStringLiteral("read:user")));
        settle();
        QVERIFY(world.isForgotten());
        world.session->signInAttempt()->keep();
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(world.stored().tokens.accessToken, token);
        QVERIFY(!world.stored().tokens.isFromGitHubCli);
    }

    void aCheckedTokenThatIsNotKeptLeavesNothing()
    {
        World world;
        const QString token = world.personalToken();
        const int alive = world.server.liveTokenCount();
        world.session->signIn({.way = SignInWay::Token, .token = token, .needsConfirmation = true});
        QTRY_VERIFY(world.isConfirming());
        world.session->cancelSignIn();
        QCOMPARE(world.session->state(), State::SignedOut);
        QVERIFY(!world.session->error());
        settle();
        QVERIFY(world.isForgotten());
        QCOMPARE(world.server.liveTokenCount(), alive);
    }

    void keepingDoesNothingBeforeTheTokenIsChecked()
    {
        World world;
        world.server.misbehave(Endpoint::User, hang());
        world.session->signIn({.way = SignInWay::Token, .token = QStringLiteral("ghp_1"), .needsConfirmation = true});
        world.session->signInAttempt()->keep();
        settle();
        QCOMPARE(world.session->signInAttempt()->step(), Step::Identifying);
        QVERIFY(world.isForgotten());
    }

    void aTokenSaysUntilWhenItWorks()
    {
        World world;
        const QByteArray expiry("2040-02-03 04:05:06 UTC");
        world.server.misbehave(Endpoint::User, answer(200, R"({"id": 7, "login": "ada"})",
                                                      {{"github-authentication-token-expiration", expiry}}));
        world.session->signIn({.way = SignInWay::Token, .token = QStringLiteral("github_pat_1")});
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(world.session->account()->expiresAt(), QDateTime(QDate(2040, 2, 3), QTime(4, 5, 6), Qt::UTC));
    }

    void aTokensExpiryIsReadInBothForms_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("time");
        QTest::newRow("UTC") << QByteArray("2026-12-31 08:30:00 UTC") << QStringLiteral("2026-12-31T08:30:00Z");
        QTest::newRow("offset") << QByteArray("2026-12-31 08:30:00 -0500") << QStringLiteral("2026-12-31T13:30:00Z");
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("another zone") << QByteArray("2026-12-31 08:30:00 PST") << QString();
        QTest::newRow("no such day") << QByteArray("2026-02-31 08:30:00 UTC") << QString();
        QTest::newRow("words") << QByteArray("never") << QString();
    }

    void aTokensExpiryIsReadInBothForms()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, time);
        const QDateTime expiry = tokenExpiry(header);
        QCOMPARE(expiry.isValid() ? expiry.toString(Qt::ISODate) : QString(), time);
    }

    void theTokenOfGitHubCliIsKeptAndRemembersWhereItCameFrom()
    {
        World world;
        const QString token = world.personalToken();
        QList<Step> steps;
        connect(world.session.get(), &Session::signInProgressed, &world.context,
                [&] { steps.append(world.session->signInAttempt()->step()); });
        world.session->signIn(world.fromCli(token, QStringLiteral("Ada-Demo")));
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(steps, QList<Step>({Step::RequestingToken, Step::Identifying, Step::Storing}));
        QVERIFY(world.stored().tokens.isPersonalAccessToken);
        QVERIFY(world.stored().tokens.isFromGitHubCli);
        world.start();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        QVERIFY(world.session->account()->tokens().current().isFromGitHubCli);
        const int alive = world.server.liveTokenCount();
        Answers<void> signedOut;
        world.session->signOut(&world.context, signedOut.receiver());
        EXPECT_SUCCESS(signedOut);
        QCOMPARE(world.count(Endpoint::Revocation), 0);
        QCOMPARE(world.server.liveTokenCount(), alive);
    }

    void theTokenOfSomebodyElseInGitHubCliIsKeptOnlyWhenThePersonSaysSo()
    {
        World world;
        const QString token = world.personalToken(); // Replaces the session.
        world.session->signIn(world.fromCli(token, QStringLiteral("bo")));
        QTRY_VERIFY(world.isConfirming());
        QCOMPARE(world.session->signInAttempt()->identity()->login, QStringLiteral("ada-demo"));
        QVERIFY(world.isForgotten());
    }

    void theErrorOfGitHubCliEndsTheAttempt()
    {
        World world;
        SignInRequest request{.way = SignInWay::GitHubCli};
        request.tokenSource = [](QObject *context, const Receiver<QString> &receiver) {
            answerLater(context, receiver, Error::denied(QStringLiteral("no_cli_sign_in")));
        };
        world.session->signIn(request);
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "no_cli_sign_in"));
        QCOMPARE(world.sentence(), QStringLiteral("GitHub CLI has no sign-in for 127.0.0.1. Run 'gh auth login', or use another way."));
    }

    void aPersonalAccessTokenWithoutNamedScopesHasNone()
    {
        World world;
        world.server.misbehave(Endpoint::User, answer(200, R"({"id": 7, "login": "ada"})"));
        world.session->signIn({.way = SignInWay::Token, .token = QStringLiteral("github_pat_1")});
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(world.session->account()->scopes(), QStringList());
    }

    void aPersonalAccessTokenIsNeverRevoked_data()
    {
        QTest::addColumn<QString>("end");
        for (const char *end : {"sign-out", "sign-out after a restart", "cancel", "cancel while storing", "no identity"})
            QTest::newRow(end) << QString::fromLatin1(end);
    }

    void aPersonalAccessTokenIsNeverRevoked()
    {
        QFETCH(QString, end);
        World world;
        const QString token = world.personalToken();
        const int alive = world.server.liveTokenCount();
        if (end == QLatin1String("cancel"))
            world.server.misbehave(Endpoint::User, hang());
        if (end == QLatin1String("cancel while storing"))
            world.store.hold();
        if (end == QLatin1String("no identity"))
            world.server.misbehave(Endpoint::User, answer(200, "{}"));
        world.session->signIn({.way = SignInWay::Token, .token = token});
        if (end.startsWith(QLatin1String("sign-out"))) {
            QVERIFY(world.waitFor(State::SignedIn));
            if (end.endsWith(QLatin1String("restart"))) {
                world.start();
                world.session->restore();
                QVERIFY(world.waitFor(State::SignedIn));
            }
            Answers<void> signedOut;
            world.session->signOut(&world.context, signedOut.receiver());
            QCOMPARE(signedOut.count, 0);
            EXPECT_SUCCESS(signedOut);
        } else if (end.startsWith(QLatin1String("cancel"))) {
            const bool isStoring = end.endsWith(QLatin1String("storing"));
            QTRY_VERIFY(isStoring ? world.store.waitingCount() == 1 : world.count(Endpoint::User) == 2);
            world.session->cancelSignIn();
            world.store.letGo();
        }
        QVERIFY(world.waitFor(State::SignedOut));
        settle();
        QTRY_VERIFY(world.isForgotten());
        QCOMPARE(world.count(Endpoint::Revocation), 0);
        QCOMPARE(world.server.liveTokenCount(), alive);
    }

    void aMalformedTokenIsRefusedWithoutARequest_data()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("empty") << QString();
        QTest::newRow("space inside") << QStringLiteral("ghp_a b");
        QTest::newRow("space at the end") << QStringLiteral("ghp_ab ");
        QTest::newRow("line break at the end") << QStringLiteral("ghp_ab\n");
        QTest::newRow("another header") << QStringLiteral("ghp_ab\r\nX-Evil: 1");
        QTest::newRow("tab") << QStringLiteral("ghp_\tab");
        QTest::newRow("null character") << QString::fromLatin1("ghp_\0ab", 7);
        QTest::newRow("not ASCII") << QStringLiteral("ghp_é");
        QTest::newRow("no-break space") << QStringLiteral("ghp_ab\u00a0");
    }

    void aMalformedTokenIsRefusedWithoutARequest()
    {
        QFETCH(QString, token);
        World world;
        world.session->signIn({.way = SignInWay::Token, .token = token});
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "malformed_token"));
        QVERIFY(token.isEmpty() || !world.session->error()->detail.contains(token));
        settle();
        QCOMPARE(world.count(Endpoint::User), 0);
    }

    void aTokenThatTheServerRefusesIsDenied()
    {
        World world;
        world.session->signIn({.way = SignInWay::Token, .token = QStringLiteral("ghp_unknown")});
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "token_refused"));
        QVERIFY(world.sentence().contains(QLatin1String("does not accept this token")));
        QVERIFY(world.isForgotten());
    }

    void aNewTokenThatTheServerRefusesIsNotOneThatThePersonPasted()
    {
        World world;
        world.server.misbehave(Endpoint::User, answer(401, R"({"message": "Bad credentials"})", fromGitHub()));
        world.session->signIn(world.person);
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "new_token_refused"));
        QVERIFY(!world.sentence().contains(QLatin1String("this token")));
    }

    void aRefusedIdentityIsToldByItsCause_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("words");
        const auto denied = int(Error::Kind::Denied);
        const auto unreachable = int(Error::Kind::Unreachable);
        const auto refused = [](int status, const char *message, const QList<loopback::Header> &headers = {}) {
            return answer(status, QByteArray("{\"message\": \"") + message + "\"}", fromGitHub() + headers);
        };
        QTest::newRow("rate limit") << refused(403, "API rate limit exceeded for user ID 7.", {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "1900000000"}})
                                    << unreachable << QByteArray("limit_reached") << QByteArray("at ");
        QTest::newRow("secondary limit") << refused(403, "You have exceeded a secondary rate limit.", {{"Retry-After", "60"}})
                                         << unreachable << QByteArray("limit_reached") << QByteArray("at ");
        QTest::newRow("429") << refused(429, "Too many requests.") << unreachable << QByteArray("limit_reached") << QByteArray("at ");
        QTest::newRow("IP allow list") << refused(403, "The enterprise has an IP allow list, and this address is not on it.")
                                       << denied << QByteArray("ip_not_allowed") << QByteArray("IP address");
        QTest::newRow("suspended") << refused(403, "Sorry. Your account was suspended.") << denied << QByteArray("account_suspended")
                                   << QByteArray("suspended");
        QTest::newRow("single sign-on") << refused(403, "Resource protected by organization SAML enforcement.", {{"X-GitHub-SSO", "required"}})
                                        << denied << QByteArray("sso_required") << QByteArray("single sign-on");
        QTest::newRow("scope") << refused(403, "No.", {{"X-OAuth-Scopes", "repo"}, {"X-Accepted-OAuth-Scopes", "read:user, user"}})
                               << denied << QByteArray("scope_missing") << QByteArray("read:user, user");
    }

    /// By a pasted token and by a page: the cause is the same.
    void aRefusedIdentityIsToldByItsCause()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(int, kind);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, words);
        World world;
        world.server.misbehave(Endpoint::User, fault);
        for (const bool isPasted : {true, false}) {
            if (isPasted)
                world.session->signIn({.way = SignInWay::Token, .token = QStringLiteral("ghp_1")});
            else
                world.session->signIn(world.person);
            QTRY_VERIFY2(world.hasError(Error::Kind(kind), code), qPrintable(world.sentence()));
            QVERIFY2(world.sentence().contains(QString::fromUtf8(words)), qPrintable(world.sentence()));
            QVERIFY2(!world.sentence().contains(QLatin1String("token.")), qPrintable(world.sentence()));
            QVERIFY(!world.sentence().contains(QLatin1String("permissions of your token")));
        }
        QVERIFY(world.isForgotten());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void singleSignOnAtTheSignInOffersItsPage()
    {
        World world;
        const QUrl page = world.server.origin().resolved(QUrl(QStringLiteral("/orgs/harbour-works/sso")));
        world.server.misbehave(Endpoint::User, answer(403, "{}", fromGitHub() + QList<loopback::Header>{{"X-GitHub-SSO", "required; url=" + page.toEncoded()}}));
        world.session->signIn(world.person);
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "sso_required"));
        QCOMPARE(world.session->error()->page, page);
    }

    /// RFC 6750 §3.1.
    void aRefusedUserinfoIsToldByItsChallenge_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("insufficient_scope") << 403 << QByteArray("Bearer error=\"insufficient_scope\", scope=\"profile\"") << QByteArray("scope_missing");
        QTest::newRow("invalid_token") << 401 << QByteArray("Bearer error=\"invalid_token\"") << QByteArray("new_token_refused");
        QTest::newRow("no reason") << 403 << QByteArray() << QByteArray("http_403");
    }

    void aRefusedUserinfoIsToldByItsChallenge()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, challenge);
        QFETCH(QByteArray, code);
        ScriptedServer::Answer userinfo = json("{}", status);
        if (!challenge.isEmpty())
            userinfo.response.headers = {{"WWW-Authenticate", challenge}};
        OpenIdWorld world(userinfo);
        QTRY_VERIFY2(world.hasError(Error::Kind::Denied, code), qPrintable(world.sentence()));
    }

    /// The person has done their part, and must not have to do it once more for one bad answer.
    void aServerThatStumblesOverTheIdentityDoesNotEndTheSignIn_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::newRow("502") << answer(502);
        QTest::newRow("500") << answer(500, "{}");
        QTest::newRow("reset") << demo::Fault{.kind = demo::Fault::Kind::Reset};
        QTest::newRow("cut off") << demo::Fault{.kind = demo::Fault::Kind::CutOff, .afterEffect = true};
    }

    void aServerThatStumblesOverTheIdentityDoesNotEndTheSignIn()
    {
        QFETCH(demo::Fault, fault);
        World world;
        fault.times = 2;
        world.server.misbehave(Endpoint::User, fault);
        QVERIFY(world.signIn());
        QCOMPARE(world.count(Endpoint::User), 3);
        QCOMPARE(world.count(Endpoint::Token), 1);
    }

    void aServerThatKeepsFailingEndsTheSignInAfterThreeTries()
    {
        World world;
        world.server.misbehave(Endpoint::User, answer(502));
        world.session->signIn(world.person);
        QTRY_VERIFY(world.hasError(Error::Kind::Unreachable, "http_502"));
        QCOMPARE(world.count(Endpoint::User), 3);
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void everyRequestToTheApiNamesItsVersion()
    {
        World world;
        world.provider.server.revocationEndpoint.clear();
        world.provider.server.applicationsEndpoint = world.server.applicationsEndpoint();
        world.provider.client.clientSecret = QStringLiteral("secret");
        world.start();
        QVERIFY(world.signIn());
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(Question{world.provider.identityRequest()}, &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
        Answers<void> signedOut;
        world.session->signOut(&world.context, signedOut.receiver());
        QTRY_COMPARE(signedOut.count, 1);
        QCOMPARE(world.count(Endpoint::User), 2);
        QCOMPARE(world.count(Endpoint::TokenDeletion), 1);
        QCOMPARE(world.server.apiRequestCount(), 3);
        QCOMPARE(world.server.apiRequestsWithoutVersion(), QStringList());
    }

    void loginHintAndAccountChoiceReachThePage_data()
    {
        QTest::addColumn<Provider::Api>("api");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QStringList>("promptValues");
        QTest::addColumn<QString>("prompt");
        const QString select = QStringLiteral("select_account");
        QTest::newRow("GitHub") << Provider::Api::GitHub << QByteArray("login") << QStringList() << select;
        QTest::newRow("OpenID Connect") << Provider::Api::Oidc << QByteArray("login_hint") << QStringList()
                                        << QStringLiteral("login");
        QTest::newRow("OpenID Connect with a choice") << Provider::Api::Oidc << QByteArray("login_hint")
                                                      << QStringList(select) << select;
    }

    void loginHintAndAccountChoiceReachThePage()
    {
        QFETCH(Provider::Api, api);
        QFETCH(QByteArray, name);
        QFETCH(QStringList, promptValues);
        QFETCH(QString, prompt);
        World world;
        world.provider.api = api;
        world.provider.server.promptValues = promptValues;
        world.provider.server.userinfoEndpoint = world.provider.apiBaseUrl;
        world.start();
        ScriptedUserAgent userAgent;
        world.session->signIn({.way = SignInWay::Browser, .userAgent = &userAgent,
                               .loginHint = QStringLiteral("ada+1@example.org"),
                               .selectAccount = true});
        QTRY_COMPARE(userAgent.shown.size(), 1);
        QCOMPARE(parameter(userAgent.shown.first(), name), QStringLiteral("ada+1@example.org"));
        QCOMPARE(parameter(userAgent.shown.first(), "prompt"), prompt);

        world.session->signIn(userAgent);
        QTRY_COMPARE(userAgent.shown.size(), 2);
        for (const char *absent : {"login", "login_hint", "prompt"})
            QCOMPARE(parameter(userAgent.shown.last(), absent), QString());
    }

    void theScopeOfTheRequestIsUsed()
    {
        World world;
        ScriptedUserAgent userAgent;
        world.session->signIn({.way = SignInWay::Browser, .userAgent = &userAgent, .scope = QStringLiteral("read:user repo")});
        QTRY_COMPARE(userAgent.shown.size(), 1);
        QCOMPARE(parameter(userAgent.shown.last(), "scope"), QStringLiteral("read:user repo"));
        world.session->signInAttempt()->offerDeviceCode();
        QVERIFY(world.waitForCode());
        QCOMPARE(requestedScope(world.server.lastRequest(Endpoint::DeviceCode)), QStringLiteral("read:user repo"));
        world.session->signIn(userAgent);
        QTRY_COMPARE(userAgent.shown.size(), 2);
        QCOMPARE(parameter(userAgent.shown.last(), "scope"), QStringLiteral("read:user"));
    }

    void n43UserinfoMustBeAboutThePersonOfTheIdToken()
    {
        OpenIdWorld world("grace");
        QTRY_VERIFY(world.hasError(Error::Kind::Denied, "wrong_subject"));
        QVERIFY(world.registry.accounts().isEmpty());
        QVERIFY(world.store.entries.isEmpty());
    }

    void harmlessOdditiesOfAServerEndNothing()
    {
        OddWorld world;
        world.session->signIn(world.userAgent);
        QVERIFY2(world.waitFor(State::SignedIn), qPrintable(world.sentence()));
        QCOMPARE(world.session->provider().server.issuer, world.issuer.origin());
        // The same after a restart, without another discovery.
        for (int restart = 0; restart < 2; ++restart) {
            world.start();
            world.session->restore();
            QVERIFY(world.waitFor(State::SignedIn));
            Answers<void> refreshed;
            world.session->account()->tokens().refresh(&world.context, refreshed.receiver());
            EXPECT_SUCCESS(refreshed);
        }
        QCOMPARE(world.issuer.requestsAt(QStringLiteral("/.well-known/openid-configuration")).size(), 1);
        QCOMPARE(world.issuer.requestsAt(QStringLiteral("/token")).size(), 3); // None of them refused.
        Answers<void> signedOut;
        world.session->signOut(&world.context, signedOut.receiver());
        EXPECT_ERROR(signedOut, Error::Kind::Denied, "not_possible");
    }

    void n43UserinfoOfTheSamePersonSignsInAndTheSubjectIsKept()
    {
        OpenIdWorld world("ada");
        QVERIFY(world.waitFor(State::SignedIn));
        const auto entry = StoredSession::fromEntry(world.store.entries.value(QStringLiteral("demo/ada")));
        QVERIFY(bool(entry));
        QCOMPARE(entry->tokens.subject, QStringLiteral("ada"));
        QCOMPARE(entry->tokens.idToken, QString());
    }

    void n32FewerScopesThanRequestedAreNoError()
    {
        World world;
        world.server.misbehave(Endpoint::Token, answer(200, R"({"access_token": "gho_1", "scope": "read:user"})"));
        world.server.misbehave(Endpoint::User, answer(200, R"({"id": 7, "login": "ada"})"));
        world.session->signIn({.way = SignInWay::Browser, .userAgent = &world.person, .scope = QStringLiteral("read:user repo")});
        QVERIFY(world.waitFor(State::SignedIn));
        QCOMPARE(world.session->account()->scopes(), QStringList(QStringLiteral("read:user")));
        QCOMPARE(world.count(Endpoint::Token), 1);
    }
};

} // namespace tst_signin

LATCHKEY_TEST(tst_signin, SignInTest, QCoreApplication)

#include "tst_signin.moc"
