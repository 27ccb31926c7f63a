// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "support/anotherpath.h"
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
        QVERIFY(world.registry.isRenewalUnsaved(world.key));
    }

    void aStoredRenewalLeavesNoMark()
    {
        World world;
        world.renew();
        EXPECT_SUCCESS(world.renewed);
        QVERIFY(!world.registry.isRenewalUnsaved(world.key));
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
        QCOMPARE(World::lastReason(*world.session), EndReason::RefreshUnsaved);
        QCOMPARE(world.renewed.count, 0);
    }

    void anUnreachedServerLeavesNoMark()
    {
        World world;
        world.provider.server.tokenEndpoint.setPort(1); // Nothing listens there.
        QVERIFY(world.restart());
        world.renew();
        EXPECT_ERROR(world.renewed, Error::Kind::Unreachable, "connection_refused");
        QVERIFY(!world.registry.isRenewalUnsaved(world.key));
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
        QVERIFY(world.registry.isRenewalUnsaved(world.key));
        world.store.refusal.reset();
        world.session->account()->tokens().storeAgain();
        QTRY_VERIFY(!world.session->account()->storageError());
        QVERIFY(!world.registry.isRenewalUnsaved(world.key));
        QCOMPARE(world.stored().tokens.obtainedAt, world.session->account()->refreshedAt());
    }
};

} // namespace tst_renewal

LATCHKEY_TEST(tst_renewal, RenewalTest, QCoreApplication)

#include "tst_renewal.moc"
