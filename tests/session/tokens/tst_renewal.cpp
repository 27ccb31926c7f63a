// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "support/anotherpath.h"
#include "support/browser.h"
#include "support/idtokens.h"
#include "support/lockfiles.h"
#include "support/test.h"

#include <QLockFile>

namespace tst_renewal {

using demo::Endpoint;

/// Two sessions of one account, as in two processes: each has its own registry on the same file.
struct World : DemoWorld
{
    explicit World(demo::DemoProvider::Options options = {}) : DemoWorld(withReuseCounting(options))
    {
        if (!signIn() || !restart())
            qFatal("nobody is signed in");
        other.restore();
        if (!QTest::qWaitFor([&] { return other.state() == Session::State::SignedIn; }))
            qFatal("nobody is signed in in the other process");
        m_refreshesBefore = count(Endpoint::Token);
    }

    static demo::DemoProvider::Options withReuseCounting(demo::DemoProvider::Options options)
    {
        options.endGrantOnReuse = true;
        return options;
    }

    static bool isSignedIn(const Session &session) { return session.state() == Session::State::SignedIn; }
    static EndReason lastReason(const Session &session) { return session.lastEnd().value().reason; }
    int refreshCount() const { return count(Endpoint::Token) - m_refreshesBefore; }

    void renew() { session->account()->tokens().refresh(&context, renewed.receiver()); }
    void renewInOther() { other.account()->tokens().refresh(&context, renewedInOther.receiver()); }

    AccountRegistry otherRegistry{anotherPathOf(paths.settingsFile)};
    AccountStorage otherStorage{store, otherRegistry, paths};
    UnusedTokens otherUnusedTokens{otherStorage, options()};
    Session other{provider, otherStorage, otherUnusedTokens, options()};
    QObject context;
    Answers<void> renewed;
    Answers<void> renewedInOther;

private:
    int m_refreshesBefore = 0;
};

demo::Fault lostAnswer()
{
    return {.kind = demo::Fault::Kind::Reset, .afterEffect = true};
}

class RenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensRenewedByAnotherProcessAreTakenOver()
    {
        World world;
        world.renewInOther();
        EXPECT_SUCCESS(world.renewedInOther);
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.session->account()->refreshedAt(), world.other.account()->refreshedAt());
    }

    void tokensRenewedByAnotherProcessWinRegardlessOfTimestamps()
    {
        World world;
        world.renewInOther();
        EXPECT_SUCCESS(world.renewedInOther);
        StoredSession stored = world.stored();
        stored.tokens.obtainedAt = stored.tokens.obtainedAt.addSecs(-9 * 3600); // The clock was wrong.
        stored.tokens.expiresAt = stored.tokens.obtainedAt.addSecs(24 * 3600);
        world.store.entries[world.key] = stored.toEntry();
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.refreshCount(), 1);
    }

    void simultaneousRenewalsInTwoProcessesAskTheServerOnce()
    {
        World world;
        world.renew();
        world.renewInOther();
        EXPECT_SUCCESS(world.renewed);
        EXPECT_SUCCESS(world.renewedInOther);
        QCOMPARE(world.refreshCount(), 1);
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void aRenewalWaitsForTheLockOfAnotherProcess()
    {
        World world;
        QLockFile lock(world.paths.refreshLockFileOf(world.key));
        QVERIFY(lock.tryLock());
        QVERIFY(makeOld(lock.fileName()));
        world.renew();
        QTest::qWait(200);
        QCOMPARE(world.refreshCount(), 0);
        QCOMPARE(world.renewed.count, 0);
        lock.unlock();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.refreshCount(), 1);
    }

    void anAbandonedLockFileDoesNotBlockARenewal()
    {
        World world;
        QVERIFY(leaveNobodysLock(world.paths.refreshLockFileOf(world.key)));
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.refreshCount(), 1);
    }

    void aRenewalWorksWithoutALockFile()
    {
        World world;
        // A file in place of the folder: no lock file can be created.
        QVERIFY(QDir(world.paths.cacheFolder).removeRecursively());
        QFile file(world.paths.cacheFolder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.refreshCount(), 1);
    }

    void theOldTokensStayStoredDuringARenewal()
    {
        World world;
        const QString before = world.stored().tokens.refreshToken;
        world.server.misbehave(Endpoint::Token, hang());
        world.renew();
        QTRY_COMPARE(world.refreshCount(), 1);
        QCOMPARE(world.stored().tokens.refreshToken, before);
        QCOMPARE(world.registry.unsavedRenewal(world.key), std::optional(UnsavedRenewal::Interrupted));
    }

    void aStoredRenewalLeavesNoMark()
    {
        World world;
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QVERIFY(!world.registry.unsavedRenewal(world.key));
    }

    void aLostAnswerEndsTheSessionWithItsReason()
    {
        World world;
        world.server.misbehave(Endpoint::Token, lostAnswer());
        world.renew();
        EXPECT_ERROR(world.renewed, Error::Kind::Unreachable, "network");
        QVERIFY(World::isSignedIn(*world.session));
        world.renewed = {};
        world.renew();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), EndReason::RefreshLost);
        QCOMPARE(world.renewed.count, 0);
    }

    void aRenewalThatIsNotStoredHasItsOwnReason()
    {
        World world;
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        world.store.refusal.reset();
        world.renewInOther(); // As the next process does, which has only the spent token.
        QTRY_COMPARE(world.other.state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(world.other), EndReason::RefreshNotStored);
    }

    void aRefusedIdTokenIsNotTheServersRefusal()
    {
        World world;
        world.provider.server.issuer = world.server.origin();
        QVERIFY(world.restart([](StoredSession &entry) { entry.tokens.subject = QStringLiteral("ada"); }));
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const QString idToken = idTokenOf({{QStringLiteral("iss"), world.provider.server.issuerText()},
                                           {QStringLiteral("aud"), world.provider.client.clientId},
                                           {QStringLiteral("sub"), QStringLiteral("grace")},
                                           {QStringLiteral("iat"), now},
                                           {QStringLiteral("exp"), now + 60}});
        world.server.misbehave(Endpoint::Token, answer(200, R"({"access_token": "gho_2", "id_token": ")" + idToken.toLatin1() + R"("})"));
        world.renew();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), EndReason::IdTokenRefused);
    }

    void aRefusalWithoutAReasonEndsTheSessionOnceTheAccessIsOver_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::addColumn<bool>("ends");
        QTest::newRow("400 without a body") << answer(400) << true;
        QTest::newRow("400 with an empty object") << answer(400, "{}") << true;
        QTest::newRow("400 with other JSON") << answer(400, R"({"message": "no"})") << true;
        QTest::newRow("400 with text") << answer(400, "no") << true;
        QTest::newRow("401 without a body") << answer(401) << true;
        QTest::newRow("200 without a token") << answer(200, "{}") << true;
        QTest::newRow("200 without a body") << answer(200) << true;
        QTest::newRow("204") << answer(204) << true;
        QTest::newRow("200 with null") << answer(200, "null") << true;
        QTest::newRow("200 with a list") << answer(200, "[]") << true;
        for (const char *code : {"invalid_token", "invalid_refresh_token", "expired_token", "token_expired", "out_of_paper"})
            QTest::newRow(code) << answer(401, QByteArray("{\"error\": \"") + code + "\"}") << true;
        QTest::newRow("a filter's 403") << answer(403, "Blocked") << false;
        QTest::newRow("403 without a body") << answer(403) << false;
        QTest::newRow("an ingress without its server") << answer(404, "default backend - 404") << false;
        QTest::newRow("405") << answer(405) << false;
        QTest::newRow("200 that breaks off") << answer(200, "{\"access_token\": ") << false;
        QTest::newRow("a client secret that Auth0 does not accept") << answer(401, R"({"error": "access_denied", "error_description": "Unauthorized"})") << false;
        QTest::newRow("a portal's page") << answer(200, "<html>Log in</html>") << false;
        QTest::newRow("a firewall's page") << answer(403, "<html>Blocked</html>") << false;
        QTest::newRow("a redirect") << answer(302, {}, {{"Location", "https://portal.example/"}}) << false;
        QTest::newRow("a rate limit") << answer(403, "{}", {{"Retry-After", "60"}}) << false;
        QTest::newRow("503") << answer(503) << false;
        QTest::newRow("slow_down") << answer(400, R"({"error": "slow_down"})") << false;
        QTest::newRow("application_suspended") << answer(400, R"({"error": "application_suspended"})") << false;
        QTest::newRow("nobody") << demo::Fault{.kind = demo::Fault::Kind::Reset, .times = -1} << false;
        QTest::newRow("invalid_client, which can be repaired") << answer(401, R"({"error": "invalid_client"})") << false;
    }

    void aRefusalWithoutAReasonEndsTheSessionOnceTheAccessIsOver()
    {
        QFETCH(demo::Fault, fault);
        QFETCH(bool, ends);
        World world;
        world.server.misbehave(Endpoint::Token, fault);
        world.renew();
        QTRY_COMPARE(world.renewed.count, 1);
        QVERIFY(!*world.renewed.last);
        QVERIFY(World::isSignedIn(*world.session)); // The access token is good for an hour.
        const int before = world.refreshCount();
        world.now = world.now.addSecs(2 * 3600);
        world.renewed = {};
        world.renew();
        if (ends) {
            QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
            QCOMPARE(World::lastReason(*world.session), EndReason::RefreshUnexplained);
            QCOMPARE(world.refreshCount() - before, 3);
            QCOMPARE(world.renewed.count, 0);
        } else {
            QTRY_COMPARE(world.renewed.count, 1);
            QVERIFY(World::isSignedIn(*world.session));
            world.server.behave();
            world.renewed = {};
            world.renew();
            EXPECT_SUCCESS(world.renewed);
        }
    }

    /// Something in front of the server may answer so while the server is being replaced.
    void aStatusAloneEndsTheSessionOnlyAfterTenMinutes_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {403, 404, 405, 410})
            QTest::addRow("%d", status) << status;
    }

    void aStatusAloneEndsTheSessionOnlyAfterTenMinutes()
    {
        QFETCH(int, status);
        World world;
        world.server.misbehave(Endpoint::Token, answer(status));
        world.now = world.now.addSecs(2 * 3600);
        for (int i = 0; i < 5; ++i) {
            world.renewed = {};
            world.renew();
            QTRY_COMPARE(world.renewed.count, 1);
            QVERIFY(World::isSignedIn(*world.session));
        }
        world.now = world.now.addSecs(10 * 60);
        world.renewInOther(); // As a command in a terminal.
        QTRY_COMPARE(world.other.state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(world.other), EndReason::RefreshUnexplained);
    }

    void aNewSignInForgetsTheStatusesBefore()
    {
        World world;
        world.registry.noteRefusedRenewal(world.key, world.now);
        world.registry.noteRefusedRenewal(world.key, world.now);
        world.start();
        QVERIFY(world.signIn());
        QCOMPARE(world.registry.noteRefusedRenewal(world.key, world.now).count, 1);
    }

    void twoStatusesThatAreFarApartDoNotEndTheSession()
    {
        World world;
        world.server.misbehave(Endpoint::Token, answer(404));
        world.now = world.now.addSecs(2 * 3600);
        for (int i = 0; i < 2; ++i) {
            world.renewed = {};
            world.renew();
            QTRY_COMPARE(world.renewed.count, 1);
            world.now = world.now.addSecs(12 * 3600);
        }
        QVERIFY(World::isSignedIn(*world.session));
        world.server.behave();
        world.renewed = {};
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        // The count starts again.
        world.server.misbehave(Endpoint::Token, answer(404));
        world.now = world.now.addSecs(24 * 3600);
        world.renewed = {};
        world.renew();
        QTRY_COMPARE(world.renewed.count, 1);
        QVERIFY(World::isSignedIn(*world.session));
    }

    void aServerThatRecoversInTimeKeepsTheSession()
    {
        World world;
        demo::Fault fault = answer(400);
        fault.times = 2;
        world.server.misbehave(Endpoint::Token, fault);
        world.now = world.now.addSecs(2 * 3600);
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.refreshCount(), 3);
        QVERIFY(World::isSignedIn(*world.session));
    }

    /// The clock may be wrong: a token that the server refuses is over.
    void aRefusedAccessTokenIsOverWhateverTheClockSays()
    {
        World world;
        world.server.misbehave(Endpoint::Token, answer(400));
        world.server.revokeEverything();
        world.session->account()->resources().ask(Question{world.provider.identityRequest()}, &world.context, [](const Result<QByteArray> &) {});
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), EndReason::RefreshUnexplained);
    }

    void aServerThatAsksForThePersonEndsTheSessionOnceTheAccessIsOver_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("error");
        for (const char *code : {"interaction_required", "login_required", "consent_required", "account_selection_required",
                                 "unmet_authentication_requirements", "insufficient_user_authentication", "mfa_required"})
            QTest::newRow(code) << QByteArray(code) << QString::fromLatin1(code);
        // Nobody has declined anything.
        QTest::newRow("access_denied") << QByteArray("access_denied") << QStringLiteral("access_not_given");
    }

    void aServerThatAsksForThePersonEndsTheSessionOnceTheAccessIsOver()
    {
        QFETCH(QByteArray, code);
        QFETCH(QString, error);
        World world;
        world.server.misbehave(Endpoint::Token, answer(400, "{\"error\": \"" + code + "\"}"));
        AccessTokens &tokens = world.session->account()->tokens();
        int changes = 0;
        QObject::connect(&tokens, &AccessTokens::renewalObstacleChanged, &world.context, [&] { ++changes; });
        world.renew();
        EXPECT_ERROR(world.renewed, Error::Kind::Denied, error);
        QVERIFY(World::isSignedIn(*world.session));
        QCOMPARE(tokens.renewalObstacle()->code, error);
        QCOMPARE(changes, 1);
        QVERIFY(!world.registry.unsavedRenewal(world.key));
        // It is not asked again before that: the answer would be the same.
        tokens.wake();
        settle();
        QCOMPARE(world.refreshCount(), 1);
        world.now = world.now.addSecs(2 * 3600);
        tokens.wake();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), EndReason::InteractionRequired);
        QCOMPARE(world.refreshCount(), 2);
    }

    /// The window says what is asked for now.
    void anotherObstacleIsTold()
    {
        World world;
        AccessTokens &tokens = world.session->account()->tokens();
        QStringList told;
        QObject::connect(&tokens, &AccessTokens::renewalObstacleChanged, &world.context,
                         [&] { told.append(tokens.renewalObstacle() ? tokens.renewalObstacle()->code : QString()); });
        for (const char *code : {"login_required", "login_required", "consent_required"}) {
            world.server.misbehave(Endpoint::Token, answer(400, QByteArray("{\"error\": \"") + code + "\"}"));
            world.renewed = {};
            world.renew();
            EXPECT_ERROR(world.renewed, Error::Kind::Denied, QString::fromLatin1(code));
        }
        world.server.behave();
        world.renewed = {};
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(told, QStringList({QStringLiteral("login_required"), QStringLiteral("consent_required"), QString()}));
    }

    /// Not even ahead of expiry, when every request finds the token old.
    void aServerThatAsksForThePersonIsNotAskedByEachRequest()
    {
        World world;
        world.server.misbehave(Endpoint::Token, answer(400, R"({"error": "login_required"})"));
        world.now = world.now.addSecs(3600 - 60);
        Account &account = *world.session->account();
        for (int i = 0; i < 3; ++i) {
            Answers<QByteArray> answers;
            account.resources().ask(Question{world.provider.identityRequest()}, &world.context, answers.receiver());
            EXPECT_SUCCESS(answers);
            Answers<QString> token;
            account.tokens().fresh(&world.context, token.receiver());
            EXPECT_SUCCESS(token);
        }
        QCOMPARE(world.refreshCount(), 1);
        QVERIFY(account.tokens().renewalObstacle());
    }

    /// Signing out deletes the tokens while they are still calling.
    void aReceiverOfTheObstacleMayEndTheSession()
    {
        World world;
        world.server.misbehave(Endpoint::Token, answer(400, R"({"error": "login_required"})"));
        QObject::connect(&world.session->account()->tokens(), &AccessTokens::renewalObstacleChanged, &world.context,
                         [&] { world.session->signOut(&world.context, ignore); });
        world.renew();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        settle();
        QCOMPARE(world.renewed.count, 0);
    }

    /// An OpenID provider need not send a challenge, and need not say when a token expires.
    void aRefusedTokenWithoutAChallengeIsOverOnceTheRefreshIsRefusedToo_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<EndReason>("reason");
        QTest::newRow("login_required") << QByteArray(R"({"error": "login_required"})") << EndReason::InteractionRequired;
        QTest::newRow("no reason") << QByteArray() << EndReason::RefreshUnexplained;
    }

    void aRefusedTokenWithoutAChallengeIsOverOnceTheRefreshIsRefusedToo()
    {
        QFETCH(QByteArray, body);
        QFETCH(EndReason, reason);
        World world;
        world.provider.api = Provider::Api::Oidc;
        world.provider.server.userinfoEndpoint = world.provider.apiBaseUrl.resolved(QUrl(QStringLiteral("/api/v3/user")));
        QVERIFY(world.restart([](StoredSession &entry) { entry.tokens.expiresAt = {}; }));
        world.server.misbehave(Endpoint::Token, answer(400, body));
        world.server.misbehave(Endpoint::User, answer(401, R"({"error": "invalid_token"})"));
        world.session->account()->resources().ask(Question{world.provider.identityRequest()}, &world.context, [](const Result<QByteArray> &) {});
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), reason);
    }

    void aServerThatNoLongerAsksForThePersonRemovesTheObstacle()
    {
        World world;
        world.server.misbehave(Endpoint::Token, answer(400, R"({"error": "interaction_required"})"));
        world.renew();
        QTRY_VERIFY(world.session->account()->tokens().renewalObstacle());
        QTRY_COMPARE(world.renewed.count, 1);
        world.server.behave();
        world.renewed = {};
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QVERIFY(!world.session->account()->tokens().renewalObstacle());
    }

    void anUnreachedServerLeavesNoMark()
    {
        World world;
        world.provider.server.tokenEndpoint.setPort(1); // Nothing listens there.
        QVERIFY(world.restart());
        world.renew();
        EXPECT_ERROR(world.renewed, Error::Kind::Unreachable, "connection_refused");
        QVERIFY(!world.registry.unsavedRenewal(world.key));
    }

    void anExpiredRefreshTokenHasItsOwnReason()
    {
        World world({.refreshTokenLifetime = std::chrono::seconds(0)});
        QVERIFY(world.restart([&](StoredSession &entry) { entry.tokens.refreshExpiresAt = world.now.addSecs(-1); }));
        world.renew();
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), EndReason::RefreshExpired);
    }

    void aSignOutInAnotherProcessIsNoticedAndReported_data()
    {
        QTest::addColumn<bool>("byRenewal");
        QTest::newRow("when the tokens are due") << true;
        QTest::newRow("when the server refuses") << false;
    }

    void aSignOutInAnotherProcessIsNoticedAndReported()
    {
        QFETCH(bool, byRenewal);
        World world(byRenewal ? demo::DemoProvider::Options{}
                              : demo::DemoProvider::Options{.accessTokenLifetime = std::chrono::seconds(0)});
        Answers<void> signedOut;
        world.other.signOut(&world.context, signedOut.receiver());
        EXPECT_SUCCESS(signedOut);
        if (byRenewal)
            world.renew();
        else
            world.session->account()->resources().ask(Question{QNetworkRequest(world.provider.identityUrl())}, &world.context,
                                          [](const Result<QByteArray> &) {});
        QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
        QCOMPARE(World::lastReason(*world.session), EndReason::SignedOutElsewhere);
        QCOMPARE(world.refreshCount(), 0);
    }

    void anEntryThatVanishesIsWrittenAgain()
    {
        World world;
        world.store.entries.remove(world.key);
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QVERIFY(!world.stored().tokens.accessToken.isEmpty());
        QVERIFY(World::isSignedIn(*world.session));
    }

    void anUnreadableStoreDoesNotStopARenewal()
    {
        World world;
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QCOMPARE(world.session->account()->storageError()->code, QStringLiteral("locked"));
        QCOMPARE(world.registry.unsavedRenewal(world.key), std::optional(UnsavedRenewal::NotStored));
        world.store.refusal.reset();
        world.session->account()->tokens().storeAgain();
        QTRY_VERIFY(!world.session->account()->storageError());
        QVERIFY(!world.registry.unsavedRenewal(world.key));
        QCOMPARE(world.stored().tokens.obtainedAt, world.session->account()->refreshedAt());
    }
};

} // namespace tst_renewal

LATCHKEY_TEST(tst_renewal, RenewalTest, QCoreApplication)

#include "tst_renewal.moc"
