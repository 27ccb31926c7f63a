// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "support/anotherpath.h"
#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/scripteduseragent.h"
#include "support/test.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QSignalSpy>

namespace tst_session {

using demo::Endpoint;
using State = Session::State;
using Step = SignIn::Step;

struct World : DemoWorld
{
    using DemoWorld::DemoWorld;

    Question user() const { return {QNetworkRequest(provider.identityUrl())}; }
    State state() const { return session->state(); }
    bool hasError(Error::Kind kind, const char *code) const
    {
        const std::optional<Error> &error = session->error();
        return error && error->kind == kind && error->code == QLatin1String(code);
    }

    /// Waits until the attempt has failed.
    bool waitForError() const
    {
        return QTest::qWaitFor([&] { return state() == State::SignedOut && session->error(); });
    }

    void signOut() { session->signOut(&context, signedOut.receiver()); }

    /// Restarts with a token endpoint at the scripted server.
    void moveTokenEndpointTo(ScriptedServer &scripted)
    {
        provider.server.tokenEndpoint = scripted.at(QStringLiteral("/token"));
        start();
    }

    QObject context;
    Answers<void> signedOut;
};

/// Starts a sign-in that hangs at `step`.
void signInUpTo(World &world, const QString &step)
{
    if (step == QLatin1String("authorizing"))
        world.person.setAnswer(FormFillingUserAgent::Answer::None);
    if (step == QLatin1String("exchanging"))
        world.server.misbehave(Endpoint::Token, hang());
    if (step == QLatin1String("identifying"))
        world.server.misbehave(Endpoint::User, hang());
    if (step == QLatin1String("storing"))
        world.store.hold();
    world.session->signIn(world.person);
    const bool isThere = QTest::qWaitFor([&] {
        return step == QLatin1String("authorizing") ? world.count(Endpoint::Authorize) == 2
            : step == QLatin1String("exchanging")   ? world.count(Endpoint::Token) == 1
            : step == QLatin1String("identifying")  ? world.count(Endpoint::User) == 1
                                                    : world.store.waitingCount() == 1;
    });
    if (!isThere)
        qFatal("the sign-in does not come to %s", qPrintable(step));
    settle();
}

void addSteps()
{
    QTest::addColumn<QString>("step");
    for (const char *step : {"authorizing", "exchanging", "identifying", "storing"})
        QTest::newRow(step) << QString::fromLatin1(step);
}

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The other sign-in revokes the tokens of this session, so the server refuses the next request here.
    void aNewSignInInAnotherProcessKeepsTheSession()
    {
        World world;
        QVERIFY(world.signIn());
        QVERIFY(world.restart([](StoredSession &stored) { stored.tokens.refreshToken.clear(); }));
        const QString old = world.stored().tokens.accessToken;
        AccountRegistry otherRegistry(anotherPathOf(world.paths.settingsFile));
        AccountStorage otherStorage(world.store, otherRegistry, world.paths);
        UnusedTokens otherUnusedTokens(otherStorage, world.options());
        Session other(world.provider, otherStorage, otherUnusedTokens, world.options());
        other.signIn(world.person);
        QTRY_COMPARE(other.state(), State::SignedIn);
        QTRY_VERIFY(!other.isBusy() && !otherUnusedTokens.isBusy());
        QCOMPARE(world.count(Endpoint::Revocation), 1);

        Answers<QByteArray> answers;
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        QTRY_VERIFY(world.session->account() && world.session->account()->isRefreshable());
        QCOMPARE(world.state(), State::SignedIn);
        QVERIFY(world.stored().tokens.accessToken != old);
        QCOMPARE(world.registry.accounts().size(), 1);
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
    }

    void withoutAnAccountRecordNobodyIsSignedInAndTheStoreIsNotAsked()
    {
        World world;
        world.store.hold();
        world.session->restore();
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(!world.session->error());
        QVERIFY(!world.session->account());
        QCOMPARE(world.store.waitingCount(), 0);
    }

    void anAccountOfAnotherProviderIsNotRestored()
    {
        World world;
        QVERIFY(world.registry.add({QStringLiteral("acme"), QStringLiteral("Acme"), QStringLiteral("acme.example.org"),
                                    {QStringLiteral("8150042"), QStringLiteral("ada"), {}}}));
        world.session->restore();
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(!world.session->error());
    }

    void theLastSessionIsRestoredWithoutAskingTheServer()
    {
        World world;
        QVERIFY(world.signIn());
        const int asked = world.count(Endpoint::User) + world.count(Endpoint::Token);
        world.start();
        QCOMPARE(world.state(), State::SignedOut);
        QSignalSpy changed(world.session.get(), &Session::stateChanged);
        world.session->restore();
        QCOMPARE(world.state(), State::Restoring);
        QVERIFY(!world.session->account());
        QTRY_COMPARE(world.state(), State::SignedIn);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(world.session->account()->identity().login, QStringLiteral("ada-demo"));
        QVERIFY(!world.session->account()->storageError());
        settle();
        QCOMPARE(world.count(Endpoint::User) + world.count(Endpoint::Token), asked);
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
    }

    void anUnusableEntryIsAnErrorAndNothingIsLost_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("code");
        StoredSession another;
        another.identity = {QStringLiteral("666"), QStringLiteral("mallory"), {}};
        another.tokens.accessToken = QStringLiteral("gho_1");
        QTest::newRow("not found") << QByteArray() << QByteArray("entry_not_found");
        QTest::newRow("unreadable") << QByteArray("gho_token") << QByteArray("unreadable_entry");
        QTest::newRow("newer") << QByteArray(R"({"version": 2, "tokens": []})") << QByteArray("newer_entry");
        QTest::newRow("somebody else's") << another.toEntry() << QByteArray("unreadable_entry");
    }

    void anUnusableEntryIsAnErrorAndNothingIsLost()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, code);
        World world;
        QVERIFY(world.signIn());
        world.store.entries.remove(world.key);
        if (!entry.isEmpty())
            world.store.entries.insert(world.key, entry);
        const auto before = world.store.entries;
        world.start();
        world.session->restore();
        QVERIFY(world.waitForError());
        QVERIFY(world.hasError(Error::Kind::Storage, code.constData()));
        QCOMPARE(world.registry.active()->key(), world.key);
        QCOMPARE(world.store.entries, before);
        const bool isGone = code == "entry_not_found";
        QCOMPARE(world.session->lastEnd().has_value(), isGone);
        if (isGone)
            QCOMPARE(world.session->lastEnd()->reason, EndReason::EntryGone);
        // The person can still sign in again.
        QVERIFY(world.signIn());
        QVERIFY(!world.session->error());
        QVERIFY(!world.stored().tokens.accessToken.isEmpty());
    }

    void anUnavailableStoreIsAnErrorAndNothingIsLost()
    {
        World world;
        QVERIFY(world.signIn());
        world.start();
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        world.session->restore();
        QVERIFY(world.waitForError());
        QVERIFY(world.hasError(Error::Kind::Storage, "unavailable"));
        QVERIFY(world.registry.active());
    }

    void anEntryWithoutEndpointsIsAnError()
    {
        World world;
        QVERIFY(world.signIn());
        // The provider file now names an issuer whose endpoints were never discovered.
        world.provider.server = {};
        world.provider.server.issuer = world.server.origin();
        world.start();
        world.session->restore();
        QVERIFY(world.waitForError());
        QVERIFY(world.hasError(Error::Kind::Storage, "unreadable_entry"));
        QVERIFY(world.registry.active());
    }

    void aRestoreCanBeCanceled()
    {
        World world;
        QVERIFY(world.signIn());
        world.start();
        world.store.hold();
        world.session->restore();
        QCOMPARE(world.state(), State::Restoring);
        world.session->cancelSignIn();
        QCOMPARE(world.state(), State::SignedOut);
        world.store.letGo();
        settle();
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(world.registry.active());
        QCOMPARE(world.store.entries.size(), 1);
    }

    void aSignInSupersedesARestore()
    {
        World world;
        QVERIFY(world.signIn());
        world.start();
        world.store.hold();
        world.session->restore();
        world.person.setAnswer(FormFillingUserAgent::Answer::None);
        world.session->signIn(world.person);
        world.store.letGo();
        settle();
        QCOMPARE(world.state(), State::SigningIn);
        QVERIFY(!world.session->account());
    }

    void aSignInIsStoredBeforeItIsAnnounced()
    {
        World world;
        QList<Step> steps;
        connect(world.session.get(), &Session::signInProgressed, &world.context, [&] {
            steps.append(world.session->signInAttempt()->step());
        });
        world.store.hold();
        world.session->signIn(world.person);
        QCOMPARE(world.state(), State::SigningIn);
        QTRY_COMPARE(world.store.waitingCount(), 1);
        settle();
        QCOMPARE(steps, QList<Step>({Step::Authorizing, Step::Exchanging, Step::Identifying, Step::Storing}));
        QCOMPARE(world.state(), State::SigningIn);
        QVERIFY(!world.session->account());
        QVERIFY(world.registry.accounts().isEmpty());
        QVERIFY(world.store.entries.isEmpty());
        world.store.letGo();
        QTRY_COMPARE(world.state(), State::SignedIn);
        QCOMPARE(world.registry.active()->key(), world.key);
        QCOMPARE(world.registry.active()->identity.login, QStringLiteral("ada-demo"));
        QCOMPARE(world.stored().identity.id, QStringLiteral("8150042"));
        QVERIFY(world.stored().tokens.isRefreshable());
        QVERIFY(!world.session->signInAttempt());
        QCOMPARE(world.person.lastStatus, 200);
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void theProfileIsCachedRightAfterASignIn()
    {
        World world;
        QVERIFY(world.signIn());
        QCOMPARE(world.count(Endpoint::User), 1);
        const auto cached = world.session->account()->resources().cached(world.user());
        QVERIFY(cached);
        QVERIFY(cached->value.contains("ada-demo"));
    }

    void refusedConsentIsDenied()
    {
        World world;
        world.person.setAnswer(FormFillingUserAgent::Answer::Deny);
        world.session->signIn(world.person);
        QVERIFY(world.waitForError());
        QVERIFY(world.hasError(Error::Kind::Denied, "access_denied"));
        QVERIFY(world.isForgotten());
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        QVERIFY(world.signIn());
        QVERIFY(!world.session->error());
    }

    void closingTheBrowserIsNoError()
    {
        World world;
        signInUpTo(world, QStringLiteral("authorizing"));
        Q_EMIT world.person.canceled();
        QTRY_COMPARE(world.state(), State::SignedOut);
        QVERIFY(!world.session->error());
        QVERIFY(!world.session->signInAttempt());
    }

    void aUserAgentThatCannotShowThePageIsAnError()
    {
        World world;
        ScriptedUserAgent broken;
        broken.setScript([&](const QUrl &) {
            Q_EMIT broken.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("missing")});
        });
        world.session->signIn(broken);
        QVERIFY(world.waitForError());
        QVERIFY(world.hasError(Error::Kind::NoUserAgent, "missing"));
        QVERIFY(world.signIn());
    }

    void cancelingAtAnyStepRevokesTheTokens_data() { addSteps(); }

    void cancelingAtAnyStepRevokesTheTokens()
    {
        QFETCH(QString, step);
        World world;
        signInUpTo(world, step);
        QCOMPARE(world.state(), State::SigningIn);
        world.session->cancelSignIn();
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(!world.session->error());
        QVERIFY(!world.session->signInAttempt());
        world.store.letGo();
        const bool hadTokens = step == QLatin1String("identifying") || step == QLatin1String("storing");
        QTRY_COMPARE(world.count(Endpoint::Revocation), hadTokens ? 2 : 0);
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        settle();
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(world.isForgotten());
        world.server.behave();
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        QVERIFY(world.signIn());
    }

    void deletingTheSessionAtAnyStepEndsTheSignIn_data() { addSteps(); }

    void deletingTheSessionAtAnyStepEndsTheSignIn()
    {
        QFETCH(QString, step);
        World world;
        signInUpTo(world, step);
        world.session.reset();
        world.store.letGo();
        settle();
        QCOMPARE(world.person.dismissCount, 1);
        QVERIFY(world.registry.accounts().isEmpty());
    }

    void aSignInCanBeCanceledFromStateChanged()
    {
        World world;
        connect(world.session.get(), &Session::stateChanged, &world.context, [&] {
            if (world.state() == State::SigningIn)
                world.session->cancelSignIn();
        });
        world.session->signIn(world.person);
        QCOMPARE(world.state(), State::SignedOut);
        settle();
        QVERIFY(world.person.shown.isEmpty());
    }

    void aSecondSignInReplacesTheFirst()
    {
        World world;
        signInUpTo(world, QStringLiteral("authorizing"));
        FormFillingUserAgent other(demoPerson());
        world.session->signIn(other);
        QTRY_COMPARE(world.state(), State::SignedIn);
        QCOMPARE(world.person.dismissCount, 1);
        QVERIFY(world.person.shown != other.shown);
    }

    void signInDoesNothingIfAlreadySignedIn()
    {
        World world;
        QVERIFY(world.signIn());
        Account *account = world.session->account();
        world.session->signIn(world.person);
        world.session->cancelSignIn();
        QCOMPARE(world.state(), State::SignedIn);
        QCOMPARE(world.session->account(), account);
        QCOMPARE(world.person.shown.size(), 1);
    }

    void anUnreadableIdentityEndsTheAttempt_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QByteArray>("code");
        ScriptedServer elsewhere;
        QTest::newRow("no id") << answer(200, R"({"login": "ada"})") << Error::Kind::Malformed << QByteArray("identity");
        QTest::newRow("HTML") << answer(200, "<html>") << Error::Kind::Malformed << QByteArray("not_json");
        QTest::newRow("token refused") << answer(401, "{}") << Error::Kind::Denied << QByteArray("new_token_refused");
        QTest::newRow("forbidden") << answer(403, "{}") << Error::Kind::Denied << QByteArray("http_403");
        QTest::newRow("server down") << answer(502) << Error::Kind::Unreachable << QByteArray("http_502");
        QTest::newRow("reset") << demo::Fault{.kind = demo::Fault::Kind::Reset, .times = -1} << Error::Kind::Unreachable
                               << QByteArray("network");
        QTest::newRow("redirect") << answer(302, {}, {{"Location", elsewhere.origin().toEncoded()}})
                                  << Error::Kind::Denied << QByteArray("redirected");
    }

    void anUnreadableIdentityEndsTheAttempt()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(Error::Kind, kind);
        QFETCH(QByteArray, code);
        World world;
        world.server.misbehave(Endpoint::User, fault);
        world.session->signIn(world.person);
        QVERIFY(world.waitForError());
        QVERIFY2(world.hasError(kind, code.constData()), qPrintable(world.session->error()->code));
        QVERIFY(world.isForgotten());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QTRY_VERIFY(world.isStoreEmpty());
    }

    void aFailingTokenEndpointEndsTheAttempt_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("bad code") << answer(200, R"({"error": "bad_verification_code"})") << Error::Kind::Denied;
        QTest::newRow("500") << answer(500) << Error::Kind::Unreachable;
        QTest::newRow("HTML") << answer(200, "<html>") << Error::Kind::Malformed;
    }

    void aFailingTokenEndpointEndsTheAttempt()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(Error::Kind, kind);
        World world;
        world.server.misbehave(Endpoint::Token, fault);
        world.session->signIn(world.person);
        QVERIFY(world.waitForError());
        QVERIFY(world.session->error()->kind == kind);
        QTRY_VERIFY(world.person.lastStatus >= 400);
        QVERIFY(world.isForgotten());
    }

    void failedDiscoveryIsAnErrorAndShowsNoPage_data()
    {
        QTest::addColumn<ScriptedServer::Answer>("metadata");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("not there") << json("{}", 404) << Error::Kind::Malformed << QByteArray("discovery");
        QTest::newRow("down") << json("{}", 503) << Error::Kind::Unreachable << QByteArray("http_503");
        QTest::newRow("HTML") << html("<html>") << Error::Kind::Malformed << QByteArray("not_json");
        QTest::newRow("another issuer") << json("{\"issuer\": \"https://evil.example.org\"}") << Error::Kind::Malformed
                                        << QByteArray("wrong_issuer");
    }

    void failedDiscoveryIsAnErrorAndShowsNoPage()
    {
        QFETCH(ScriptedServer::Answer, metadata);
        QFETCH(Error::Kind, kind);
        QFETCH(QByteArray, code);
        World world;
        ScriptedServer issuer;
        issuer.answer(QStringLiteral("/.well-known/openid-configuration"), metadata);
        world.provider.server = {};
        world.provider.server.issuer = issuer.origin();
        world.start();
        world.session->signIn(world.person);
        QVERIFY(world.waitForError());
        QVERIFY2(world.hasError(kind, code.constData()), qPrintable(world.session->error()->code));
        QVERIFY(world.person.shown.isEmpty());
    }

    void discoveryCanBeCanceled()
    {
        World world;
        ScriptedServer issuer;
        const QString path = QStringLiteral("/.well-known/openid-configuration");
        issuer.answer(path, ScriptedServer::Answer{.manner = ScriptedServer::Manner::Hang});
        world.provider.server = {};
        world.provider.server.issuer = issuer.origin();
        world.start();
        world.session->signIn(world.person);
        QTRY_COMPARE(issuer.requestsAt(path).size(), 1);
        QCOMPARE(world.session->signInAttempt()->step(), Step::Discovering);
        world.session->cancelSignIn();
        QCOMPARE(world.state(), State::SignedOut);
        QTRY_COMPARE(issuer.openConnectionCount(), 0);
        QVERIFY(world.person.shown.isEmpty());
    }

    void discoveredEndpointsAreKeptForTheNextStart()
    {
        World world;
        ScriptedServer issuer;
        const QString path = QStringLiteral("/.well-known/openid-configuration");
        const oauth::AuthorizationServer endpoints = world.provider.server;
        issuer.answer(path, json(QJsonDocument(QJsonObject{
            {QStringLiteral("issuer"), issuer.origin().toString()},
            {QStringLiteral("authorization_endpoint"), endpoints.authorizationEndpoint.toString()},
            {QStringLiteral("token_endpoint"), endpoints.tokenEndpoint.toString()},
            {QStringLiteral("revocation_endpoint"), endpoints.revocationEndpoint.toString()},
            {QStringLiteral("userinfo_endpoint"), world.provider.identityUrl().toString()}}).toJson()));
        world.server.account().insert(QStringLiteral("sub"), QStringLiteral("8150042"));
        world.provider.api = Provider::Api::Oidc;
        world.provider.server = {};
        world.provider.server.issuer = issuer.origin();
        world.start();
        QVERIFY(world.signIn());
        QCOMPARE(issuer.requestsAt(path).size(), 1);
        world.start();
        world.session->restore();
        QTRY_COMPARE(world.state(), State::SignedIn);
        QCOMPARE(issuer.requestsAt(path).size(), 1);
        Answers<void> refreshed;
        world.session->account()->tokens().refresh(&world.context, refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
        QCOMPARE(world.stored().discovered.tokenEndpoint, endpoints.tokenEndpoint);
        world.signOut();
        EXPECT_SUCCESS(world.signedOut);
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    /// As after a registration, whose check has discovered them in the same process.
    void knownEndpointsOfAnIssuerAreKeptForTheNextStart()
    {
        World world;
        const Provider fromFile = world.provider;
        world.provider.server.issuer = world.server.origin();
        world.start();
        QVERIFY(world.signIn());
        world.provider.server = {};
        world.provider.server.issuer = world.server.origin();
        world.start();
        world.session->restore();
        QTRY_COMPARE(world.state(), State::SignedIn);
        QCOMPARE(world.session->account()->provider().server.tokenEndpoint, fromFile.server.tokenEndpoint);
    }

    void aSignInThatCannotBeStoredIsReportedAndNotRemembered()
    {
        World world;
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        QVERIFY(world.signIn());
        QCOMPARE(world.session->account()->storageError()->code, QStringLiteral("access_denied"));
        QVERIFY(!world.session->error());
        QVERIFY(world.registry.accounts().isEmpty());
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
        world.start();
        world.session->restore();
        QCOMPARE(world.state(), State::SignedOut);
    }

    void aRecoveredStoreRemembersTheAccount()
    {
        World world;
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        QVERIFY(world.signIn());
        world.store.refusal.reset();
        Answers<void> refreshed;
        world.session->account()->tokens().refresh(&world.context, refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
        QVERIFY(!world.session->account()->storageError());
        world.start();
        world.session->restore();
        QTRY_COMPARE(world.state(), State::SignedIn);
    }

    void signOutRevokesAndForgets()
    {
        World world;
        QVERIFY(world.signIn());
        QVERIFY(QDir(world.cacheFolder()).exists());
        world.signOut();
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(!world.session->account());
        QCOMPARE(world.signedOut.count, 0);
        EXPECT_SUCCESS(world.signedOut);
        QVERIFY(world.isForgotten());
        QTRY_VERIFY(world.isStoreEmpty());
        QCOMPARE(world.server.liveTokenCount(), 0);
        QCOMPARE(world.session->lastEnd()->reason, EndReason::SignedOut);
        QCOMPARE(world.session->lastEnd()->at.toSecsSinceEpoch(), world.now.toSecsSinceEpoch());
        world.start();
        world.session->restore();
        QCOMPARE(world.state(), State::SignedOut);
    }

    void signOutForgetsTheAccountEvenIfTheServerFails_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("reset") << demo::Fault{.kind = demo::Fault::Kind::Reset, .times = -1} << Error::Kind::Unreachable;
        QTest::newRow("503") << answer(503) << Error::Kind::Unreachable;
        QTest::newRow("400") << answer(400, R"({"error": "unsupported_token_type"})") << Error::Kind::Denied;
    }

    void signOutForgetsTheAccountEvenIfTheServerFails()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(Error::Kind, kind);
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, fault);
        world.signOut();
        QCOMPARE(world.state(), State::SignedOut);
        QTRY_COMPARE(world.signedOut.count, 1);
        QVERIFY(!*world.signedOut.last);
        QVERIFY(world.signedOut.last->error().kind == kind);
        QVERIFY(world.isForgotten());
        // A refused revocation is final. One that has not reached the server is retried later.
        const bool isOver = kind == Error::Kind::Denied;
        QTRY_COMPARE(world.isStoreEmpty(), isOver);
    }

    void anOfflineSignOutRevokesOnceTheServerIsBack_data()
    {
        QTest::addColumn<bool>("restarts");
        QTest::newRow("in the same run") << false;
        QTest::newRow("in the next run") << true;
    }

    void anOfflineSignOutRevokesOnceTheServerIsBack()
    {
        QFETCH(bool, restarts);
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        QVERIFY(world.signedOut.last->error().kind == Error::Kind::Unreachable);
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
        QCOMPARE(world.server.liveTokenCount(), 2);
        world.server.behave();
        if (restarts) {
            world.start();
            world.session->restore();
            QCOMPARE(world.state(), State::SignedOut);
            world.unusedTokens->resume();
        } else {
            world.unusedTokens->wake();
        }
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QTRY_VERIFY(world.isStoreEmpty());
    }

    void aRevocationWaitsAsLongAsTheServerAsks()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, answer(503, {}, {{"Retry-After", "120"}}));
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        QCOMPARE(world.signedOut.last->error().retryAfter, std::chrono::seconds(120));
        world.server.behave();
        const int asked = world.count(Endpoint::Revocation);
        world.unusedTokens->wake();
        settle();
        QCOMPARE(world.count(Endpoint::Revocation), asked);
        world.now = world.now.addSecs(121);
        world.unusedTokens->wake();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void aRateLimitedRevocationIsTriedAgainWhenItsServerAllows_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QList<loopback::Header>>("headers");
        QTest::addColumn<bool>("restarts");
        const QList<loopback::Header> byReset{{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "120"}};
        const QList<loopback::Header> byRetryAfter{{"Retry-After", "120"}};
        QTest::newRow("403 with a reset") << 403 << byReset << false;
        QTest::newRow("403 with a reset, and a restart") << 403 << byReset << true;
        QTest::newRow("403 with Retry-After, and a restart") << 403 << byRetryAfter << true;
        QTest::newRow("429 with Retry-After") << 429 << byRetryAfter << false;
        QTest::newRow("429 with Retry-After, and a restart") << 429 << byRetryAfter << true;
        QTest::newRow("429 with a reset, and a restart") << 429 << byReset << true;
    }

    void aRateLimitedRevocationIsTriedAgainWhenItsServerAllows()
    {
        QFETCH(int, status);
        QFETCH(QList<loopback::Header>, headers);
        QFETCH(bool, restarts);
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, answer(status, "{}", headers));
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        QCOMPARE(world.signedOut.last->error().kind, Error::Kind::Unreachable);
        QCOMPARE(world.signedOut.last->error().code, QStringLiteral("limit_reached"));
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
        world.server.behave();
        const int asked = world.count(Endpoint::Revocation);
        const auto goOn = [&] {
            if (restarts)
                world.start();
            restarts ? world.unusedTokens->resume() : world.unusedTokens->wake();
        };
        goOn();
        QTRY_VERIFY(!world.unusedTokens->isBusy());
        settle();
        QCOMPARE(world.count(Endpoint::Revocation), asked);
        world.now = world.now.addSecs(121);
        goOn();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QTRY_VERIFY(world.isStoreEmpty());
    }

    /// A firewall's page for good must not keep tokens and the client secret in the keychain for good.
    void aRevocationThatIsAnsweredByOthersForAMonthIsGivenUp()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, answer(403, "<html>Blocked</html>"));
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        QCOMPARE(world.signedOut.last->error().kind, Error::Kind::Unreachable);
        QStringList hosts;
        const auto goOnAfter = [&](int days) {
            world.now = world.now.addDays(days);
            world.start();
            QObject::connect(world.unusedTokens.get(), &UnusedTokens::revocationGivenUp, &world.context, [&](const QString &host) { hosts.append(host); });
            world.unusedTokens->resume();
            return QTest::qWaitFor([&] { return !world.unusedTokens->isBusy(); });
        };
        QVERIFY(goOnAfter(29));
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
        QCOMPARE(hosts, QStringList());
        QVERIFY(goOnAfter(1));
        QTRY_VERIFY(world.isStoreEmpty());
        QCOMPARE(hosts, QStringList(world.server.origin().host()));
    }

    /// An entry of an older version does not say since when it waits: the month begins when it is found.
    void aRevocationOfUnknownAgeIsGivenUpAMonthLater()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, answer(503));
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        const QString entryKey = QStringLiteral("revocation/") + world.registry.pendingRevocations().constFirst();
        Result<PendingRevocation> entry = PendingRevocation::fromEntry(world.store.entries.value(entryKey));
        QVERIFY(entry);
        entry->since = {};
        world.store.entries[entryKey] = entry->toEntry();
        const auto goOnAfter = [&](int days) {
            world.now = world.now.addDays(days);
            world.start();
            world.unusedTokens->resume();
            return QTest::qWaitFor([&] { return !world.unusedTokens->isBusy(); });
        };
        QVERIFY(goOnAfter(40));
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
        QVERIFY(goOnAfter(30));
        QTRY_VERIFY(world.isStoreEmpty());
    }

    void aRevocationOfAServerThatCannotBeReachedIsNotGivenUp()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        world.now = world.now.addDays(100);
        world.start();
        world.unusedTokens->resume();
        QTRY_VERIFY(!world.unusedTokens->isBusy());
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
    }

    /// While a first try is under way, the timer of the same server may be due.
    void aRevocationIsNotSentTwiceAtATime()
    {
        World world;
        QVERIFY(world.signIn());
        const oauth::TokenSet tokens = world.session->account()->tokens().current();
        world.server.misbehave(Endpoint::Revocation, answer(503));
        Answers<void> first;
        world.unusedTokens->revoke(world.provider, tokens, &world.context, first.receiver());
        QTRY_COMPARE(first.count, 1);
        world.server.misbehave(Endpoint::Revocation, hang());
        Answers<void> second;
        world.unusedTokens->revoke(world.provider, tokens, &world.context, second.receiver());
        const int before = world.count(Endpoint::Revocation);
        QTRY_COMPARE(world.count(Endpoint::Revocation), before + 1);
        world.unusedTokens->wake(); // Tries the first one again.
        QTRY_COMPARE(world.count(Endpoint::Revocation), before + 2);
        world.unusedTokens->wake();
        settle();
        QCOMPARE(world.count(Endpoint::Revocation), before + 2);
        QCOMPARE(second.count, 0);
    }

    void aServerThatAsksToWaitDelaysNoOther()
    {
        World world;
        QVERIFY(world.signIn());
        const QString other = world.stored().tokens.accessToken;
        demo::FaultyProvider otherServer;
        QVERIFY(otherServer.listen());
        otherServer.misbehave(Endpoint::Revocation, answer(503, {}, {{"Retry-After", "86400"}}));
        world.server.misbehave(Endpoint::Revocation, answer(503));
        world.signOut();
        QTRY_COMPARE(world.signedOut.count, 1);
        Answers<void> revoked;
        world.unusedTokens->revoke(demoProviderAt(otherServer.origin()), {other, {}, {}, {}, {}, {}, {}, {}}, &world.context,
                                   revoked.receiver());
        QTRY_COMPARE(revoked.count, 1);
        world.server.behave();
        world.unusedTokens->wake();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QTRY_COMPARE(world.registry.pendingRevocations().size(), 1);
    }

    void aLostOrUnreadablePendingRevocationIsForgotten_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("lost") << QByteArray();
        QTest::newRow("not JSON") << QByteArray::fromHex("ff00");
        QTest::newRow("without tokens") << QByteArray(R"({"client_id": "latchkey"})");
        QTest::newRow("another type") << QByteArray(R"({"access_token": 5})");
    }

    void aLostOrUnreadablePendingRevocationIsForgotten()
    {
        QFETCH(QByteArray, entry);
        World world;
        const auto id = QStringLiteral("0f4c");
        QVERIFY(world.registry.addPendingRevocation(id));
        if (!entry.isEmpty())
            world.store.entries.insert(QStringLiteral("revocation/") + id, entry);
        world.unusedTokens->resume();
        QTRY_VERIFY(world.isStoreEmpty());
    }

    void aLockedStoreKeepsPendingRevocations()
    {
        World world;
        QVERIFY(world.registry.addPendingRevocation(QStringLiteral("0f4c")));
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        world.unusedTokens->resume();
        settle();
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
    }

    void signOutReportsAServerThatCannotRevoke()
    {
        World world;
        world.provider.server.revocationEndpoint.clear();
        world.start();
        QVERIFY(world.signIn());
        world.signOut();
        EXPECT_ERROR(world.signedOut, Error::Kind::Denied, "not_possible");
        QVERIFY(world.isForgotten());
    }

    void signOutReportsAnEntryThatCannotBeRemoved()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("not_removed")};
        world.signOut();
        EXPECT_ERROR(world.signedOut, Error::Kind::Storage, "not_removed");
        QVERIFY(world.registry.accounts().isEmpty());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void signOutWithoutAnAccountDoesNothing()
    {
        World world;
        world.signOut();
        settle();
        QCOMPARE(world.signedOut.count, 0);
        QVERIFY(!world.session->lastEnd());
    }

    void signOutAbandonsRequestsInFlight()
    {
        World world;
        QVERIFY(world.signIn());
        ScriptedServer api;
        const QString path = QStringLiteral("/user");
        api.answer(path, ScriptedServer::Answer{.manner = ScriptedServer::Manner::Hang});
        Answers<QByteArray> answers;
        for (int i = 0; i < 3; ++i)
            world.session->account()->resources().ask(Question{QNetworkRequest(api.at(path))}, &world.context, answers.receiver());
        QTRY_COMPARE(api.requestsAt(path).size(), 3);
        world.signOut();
        api.answerWaiting(json("{}"));
        EXPECT_SUCCESS(world.signedOut);
        settle();
        QCOMPARE(answers.count, 0);
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(world.isForgotten());
        QTRY_COMPARE(api.openConnectionCount(), 0);
    }

    void signOutAbandonsARefreshInFlight()
    {
        World world;
        QVERIFY(world.signIn());
        ScriptedServer slow;
        slow.answer(QStringLiteral("/token"), ScriptedServer::Answer{.manner = ScriptedServer::Manner::Hang});
        world.moveTokenEndpointTo(slow);
        world.session->restore();
        QTRY_COMPARE(world.state(), State::SignedIn);
        Answers<void> refreshed;
        world.session->account()->tokens().refresh(&world.context, refreshed.receiver());
        QTRY_COMPARE(slow.requests().size(), 1);
        world.signOut();
        slow.answerWaiting(json(R"({"access_token": "gho_late", "refresh_token": "ghr_late"})"));
        EXPECT_SUCCESS(world.signedOut);
        settle();
        QCOMPARE(refreshed.count, 0);
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(world.isForgotten());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void signOutWhileStoringNewTokensRevokesThem()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.hold();
        Answers<void> refreshed;
        world.session->account()->tokens().refresh(&world.context, refreshed.receiver());
        QTRY_COMPARE(world.store.waitingCount(), 1);
        world.signOut();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        world.store.letGo();
        EXPECT_SUCCESS(world.signedOut);
        settle();
        QCOMPARE(refreshed.count, 0);
        QCOMPARE(world.state(), State::SignedOut);
        QVERIFY(world.isForgotten());
    }

    void aSignInRightAfterASignOutKeepsItsNewEntry_data()
    {
        QTest::addColumn<bool>("isStoreSlow");
        QTest::newRow("the revocation hangs") << false;
        QTest::newRow("the revocation hangs and the store is slow") << true;
    }

    void aSignInRightAfterASignOutKeepsItsNewEntry()
    {
        QFETCH(bool, isStoreSlow);
        World world;
        QVERIFY(world.signIn());
        const QString before = world.stored().tokens.accessToken;
        world.server.misbehave(Endpoint::Revocation, hang());
        if (isStoreSlow)
            world.store.hold();
        world.signOut();
        world.session->signIn(world.person);
        if (isStoreSlow) {
            QTRY_COMPARE(world.store.waitingCount(), 2);
            world.store.letGo();
        }
        QTRY_COMPARE(world.state(), State::SignedIn);
        // The earlier sign-out gives up and changes nothing.
        if (!isStoreSlow)
            QTRY_COMPARE_WITH_TIMEOUT(world.signedOut.count, 1, 20000);
        settle();
        QCOMPARE(world.state(), State::SignedIn);
        QVERIFY(!world.stored().tokens.accessToken.isEmpty());
        QVERIFY(world.stored().tokens.accessToken != before);
        QVERIFY(world.registry.active());
        QVERIFY(QDir(world.cacheFolder()).exists());
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
    }

    void aRevokedSessionIsForgottenAndItsReasonKept()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.revokeEverything();
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        QTRY_COMPARE(world.state(), State::SignedOut);
        QTRY_VERIFY(world.isForgotten());
        QCOMPARE(world.session->lastEnd()->reason, EndReason::RefreshRefused);
        QVERIFY(!world.session->error());
        QVERIFY(world.signIn());
    }

    void simultaneousRefusalsEndTheSessionOnce()
    {
        World world({.accessTokenLifetime = std::chrono::seconds(0)});
        QVERIFY(world.signIn());
        world.server.revokeEverything();
        QSignalSpy changed(world.session.get(), &Session::stateChanged);
        Answers<QByteArray> answers;
        for (int i = 0; i < 5; ++i)
            world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        QTRY_COMPARE(world.state(), State::SignedOut);
        settle();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(answers.count, 0);
    }

    void noTokenIsInTheSettingsOrTheCache()
    {
        World world;
        QVERIFY(world.signIn());
        Answers<QByteArray> answers;
        world.session->account()->resources().ask(world.user(), &world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
        int fileCount = 0;
        QDirIterator files(world.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.contains(world.stored().tokens.accessToken.toLatin1()));
            QVERIFY(!content.contains(world.stored().tokens.refreshToken.toLatin1()));
            ++fileCount;
        }
        QCOMPARE(fileCount, 2);
    }
};

} // namespace tst_session

LATCHKEY_TEST(tst_session, SessionTest, QCoreApplication)

#include "tst_session.moc"
