// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"
#include "support/browser.h"
#include "support/noroom.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include "processes/filelock.h"
#include "session/strayentries.h"

namespace tst_quitting {

using demo::Endpoint;
using State = Session::State;

const auto tokenPath = QStringLiteral("/token");

loopback::Response tokens(const QByteArray &name)
{
    return {.contentType = "application/json",
            .body = "{\"token_type\": \"bearer\", \"expires_in\": 28800, \"access_token\": \"gho_" + name
                + "\", \"refresh_token\": \"ghr_" + name + "\"}"};
}

/// A world whose token endpoint can be made to answer only when the test says so.
struct World : DemoWorld
{
    void holdTokens()
    {
        slow.answer(tokenPath, ScriptedServer::Answer{.manner = ScriptedServer::Manner::Hang});
        provider.server.tokenEndpoint = slow.at(tokenPath);
        start();
    }

    /// Waits until a token request has arrived.
    bool receivesTokenRequest() const
    {
        return eventually([&] { return !slow.requests().isEmpty(); });
    }

    /// The number of revocations: two per sign-in, of the access token and of the refresh token.
    int revocationCount() const { return server.requestCount(Endpoint::Revocation); }

    bool becomesIdle() const
    {
        return eventually([&] { return !isBusy(); });
    }

    ProviderCatalog catalog() const
    {
        ProviderCatalog catalog{QStringList()};
        catalog.add(provider);
        return catalog;
    }

    ScriptedServer slow;
    QObject context;
    Answers<void> signedOut;
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
};

/// A world in which an earlier process has left a stray entry: its account is not listed.
struct StrayWorld : World
{
    bool makeStray()
    {
        if (!signIn() || !registry.remove(key))
            return false;
        start();
        return store.entries.contains(key);
    }

    void clear()
    {
        const ProviderCatalog known = catalog();
        StrayEntries strayEntries(known, registrations, storage, *unusedTokens);
        strayEntries.clear();
        QTRY_VERIFY(!strayEntries.isBusy());
    }
};

/// Sign-ins and refreshes that are in progress when an attempt or the program ends.
class QuittingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lateTokensOfACanceledExchangeAreRevoked()
    {
        World world;
        world.holdTokens();
        world.session->signIn(world.person);
        QVERIFY(world.receivesTokenRequest());
        world.session->cancelSignIn();
        QCOMPARE(world.session->state(), State::SignedOut);
        QVERIFY(world.isBusy());
        QCOMPARE(world.person.dismissCount, 1);
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.revocationCount(), 2);
        QVERIFY(world.becomesIdle());
        QVERIFY(world.isForgotten());
        QCOMPARE(world.session->state(), State::SignedOut);
    }

    void closingThePageDuringTheExchangeRevokesTheTokens()
    {
        World world;
        world.holdTokens();
        world.session->signIn(world.person);
        QVERIFY(world.receivesTokenRequest());
        Q_EMIT world.person.canceled();
        QTRY_COMPARE(world.session->state(), State::SignedOut);
        QVERIFY(world.isBusy());
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.revocationCount(), 2);
        QVERIFY(world.becomesIdle());
    }

    void aFailedExchangeAfterACancelRevokesNothing()
    {
        World world;
        world.holdTokens();
        world.session->signIn(world.person);
        QVERIFY(world.receivesTokenRequest());
        world.session->cancelSignIn();
        world.slow.answerWaiting({{.status = 400, .contentType = "application/json", .body = R"({"error": "invalid_grant"})"}});
        QVERIFY(world.becomesIdle());
        QCOMPARE(world.revocationCount(), 0);
    }

    void lateTokensOfACanceledDevicePollAreRevoked_data()
    {
        QTest::addColumn<bool>("isGranted");
        QTest::newRow("granted") << true;
        QTest::newRow("still pending") << false;
    }

    void lateTokensOfACanceledDevicePollAreRevoked()
    {
        QFETCH(bool, isGranted);
        World world;
        world.holdTokens();
        world.session->signIn(SignInRequest{SignInWay::DeviceCode});
        QTRY_VERIFY_WITH_TIMEOUT(!world.slow.requests().isEmpty(), 20000);
        world.session->cancelSignIn();
        QVERIFY(world.isBusy());
        const loopback::Response pending{.contentType = "application/json", .body = R"({"error": "authorization_pending"})"};
        world.slow.answerWaiting({isGranted ? tokens("late") : pending});
        QTRY_COMPARE(world.revocationCount(), isGranted ? 2 : 0);
        QVERIFY(world.becomesIdle());
        QCOMPARE(world.slow.requests().size(), 1);
    }

    void aSignOutDuringARefreshRevokesTheNewTokens()
    {
        World world;
        QVERIFY(world.signIn());
        world.holdTokens();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.receivesTokenRequest());
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_SUCCESS(world.signedOut);
        QTRY_COMPARE(world.revocationCount(), 2);
        QVERIFY(world.isBusy());
        world.slow.answerWaiting({tokens("renewed")});
        QTRY_COMPARE(world.revocationCount(), 4);
        QVERIFY(world.becomesIdle());
        QVERIFY(world.isForgotten());
    }

    /// After a refused refresh has ended the session, nothing is busy and the lock is free for the next sign-in.
    void aRefusedRefreshLeavesNothingInProgress()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.revokeEverything();
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.waitFor(State::SignedOut));
        QVERIFY(world.becomesIdle());
        FileLock lock(world.paths.refreshLockFileOf(world.key));
        bool isFree = false;
        lock.acquire(std::chrono::seconds(2), [&](FileLock::Outcome outcome) { isFree = outcome == FileLock::Outcome::Acquired; });
        QTRY_VERIFY(isFree);
    }

    /// Another process signs the account out while the server works on the refresh.
    void aSignOutElsewhereDuringARefreshRevokesTheNewTokens()
    {
        World world;
        QVERIFY(world.signIn());
        world.holdTokens();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.receivesTokenRequest());
        QVERIFY(world.registry.remove(world.key) && world.registry.setStray(world.key, false));
        world.store.entries.remove(world.key);
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.revocationCount(), 2);
        QVERIFY(world.waitFor(State::SignedOut));
        QVERIFY(!world.store.entries.contains(world.key));
        QCOMPARE(world.session->lastEnd()->reason, EndReason::SignedOutElsewhere);
    }

    /// Only the settings file is lost. The keychain entry still exists, so the new tokens must be stored.
    void aRefreshWithoutAnAccountRecordStoresTheNewTokens()
    {
        World world;
        QVERIFY(world.signIn());
        world.holdTokens();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.receivesTokenRequest());
        QVERIFY(QFile::remove(world.paths.settingsFile));
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.stored().tokens.accessToken, QStringLiteral("gho_late"));
    }

    void quittingCancelsASignInUnlessItIsBeingStored()
    {
        World world;
        world.person.setAnswer(FormFillingUserAgent::Answer::None);
        world.session->signIn(world.person);
        world.session->cancelUnlessStoring();
        QCOMPARE(world.session->state(), State::SignedOut);
        world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
        world.store.hold();
        world.session->signIn(world.person);
        QTRY_COMPARE(world.store.waitingCount(), 1);
        world.session->cancelUnlessStoring();
        QVERIFY(world.session->isStoring() && world.isBusy());
        world.store.letGo();
        QVERIFY(world.waitFor(State::SignedIn));
        QVERIFY(!world.isBusy());
        QCOMPARE(world.registry.accounts().size(), 1);
        QVERIFY(world.registry.strayEntries().isEmpty());
        QVERIFY(world.store.entries.contains(world.key));
    }

    void anEntryIsListedAsStrayBeforeItIsWritten()
    {
        World world;
        world.store.hold();
        world.session->signIn(world.person);
        QTRY_COMPARE(world.store.waitingCount(), 1);
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key));
        QVERIFY(world.registry.accounts().isEmpty());
        world.store.letGo();
        QVERIFY(world.waitFor(State::SignedIn));
    }

    void aSignInThatCannotBeSavedInTheSettingsLeavesNoEntry()
    {
        World world;
        const NoRoom noRoom;
        QVERIFY(world.signIn());
        const auto &error = world.session->account()->storageError();
        QVERIFY(error && error->code == QLatin1String("settings_not_written"));
        QVERIFY(world.store.entries.isEmpty());
        QCOMPARE(world.store.writeCount, 0);
    }

    void anEntryIsRemovedIfItsAccountCannotBeListed()
    {
        World world;
        world.store.hold();
        world.session->signIn(world.person);
        QTRY_COMPARE(world.store.waitingCount(), 1);
        const NoRoom noRoom; // The disk is full by now.
        world.store.letGo();
        QVERIFY(world.waitFor(State::SignedIn));
        QVERIFY(world.session->account()->storageError());
        QTRY_VERIFY(world.store.entries.isEmpty());
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key)); // The removal could not be recorded either.
    }

    void aRefusedWriteKeepsAnOlderEntryListedAsStray()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        QVERIFY(world.signIn());
        QVERIFY(world.session->account()->storageError());
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key));
    }

    /// The canceled sign-in waits for the other process and has written nothing.
    void aCanceledSignInKeepsTheEntryOfAnotherProcess()
    {
        World world;
        FileLock other(world.paths.entryLockFileOf(world.key));
        bool isHeld = false;
        other.acquire(std::chrono::seconds(5), [&](FileLock::Outcome outcome) { isHeld = outcome == FileLock::Outcome::Acquired; });
        QTRY_VERIFY(isHeld);
        world.session->signIn(world.person);
        QTRY_VERIFY(world.session->isStoring());
        world.store.entries.insert(world.key, "the other's");
        world.session->cancelSignIn();
        QTRY_COMPARE(world.revocationCount(), 2);
        QVERIFY(world.becomesIdle());
        QCOMPARE(world.store.entries.value(world.key), "the other's");
    }

    void aSignInDuringTheCleanupKeepsItsEntry()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        const ProviderCatalog known = world.catalog();
        StrayEntries strayEntries(known, world.registrations, world.storage, *world.unusedTokens);
        world.store.hold();
        strayEntries.clear();
        QTRY_COMPARE(world.store.waitingCount(), 1);
        QVERIFY(world.registry.add({world.provider.id, world.provider.name, world.provider.host(),
                                    {QStringLiteral("8150042"), QStringLiteral("ada-demo"), {}}}));
        world.store.letGo();
        QTRY_VERIFY(!strayEntries.isBusy());
        QVERIFY(world.store.entries.contains(world.key));
    }

    void aSettingsErrorIsReportedBeforeAServerError()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        const NoRoom noRoom;
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_ERROR(world.signedOut, Error::Kind::Storage, "settings_not_written");
    }

    void aSignOutThatCannotBeSavedIsReportedAndStillRevokes()
    {
        World world;
        QVERIFY(world.signIn());
        const NoRoom noRoom;
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_ERROR(world.signedOut, Error::Kind::Storage, "settings_not_written");
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(!world.store.entries.contains(world.key));
        QCOMPARE(world.registry.accounts().size(), 1);
    }

    void aRevocationThatCannotBeQueuedIsReported()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_ERROR(world.signedOut, Error::Kind::Denied, "not_told");
        Answers<void> revoked;
        world.unusedTokens->revoke(world.provider, {QStringLiteral("gho_x"), QStringLiteral("ghr_x"), {}, {}, {}, {}, {}, {}},
                                &world.context, revoked.receiver());
        EXPECT_ERROR(revoked, Error::Kind::Denied, "not_told");
    }

    void aStrayEntryIsRevokedAndRemoved()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        world.clear();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(!world.store.entries.contains(world.key));
        QVERIFY(world.registry.strayEntries().isEmpty());
        QTRY_VERIFY(world.isStoreEmpty());
    }

    void aStrayRecordWithoutAnEntryIsCleared()
    {
        StrayWorld world;
        QVERIFY(world.registry.setStray(world.key, true));
        world.clear();
        QVERIFY(world.registry.strayEntries().isEmpty());
    }

    void anEntryThatIsBeingWrittenIsLeftAlone()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        FileLock maker(world.paths.entryLockFileOf(world.key));
        bool isHeld = false;
        maker.acquire(std::chrono::seconds(5), [&](FileLock::Outcome outcome) { isHeld = outcome == FileLock::Outcome::Acquired; });
        QTRY_VERIFY(isHeld);
        world.clear();
        settle();
        QVERIFY(world.store.entries.contains(world.key));
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key));
    }

    void aStrayEntryStaysIfItCannotBeReadOrRevoked_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::newRow("a locked store") << QStringLiteral("locked");
        QTest::newRow("an unknown provider") << QStringLiteral("provider");
    }

    void aStrayEntryStaysIfItCannotBeReadOrRevoked()
    {
        QFETCH(QString, obstacle);
        StrayWorld world;
        QVERIFY(world.makeStray());
        if (obstacle == QLatin1String("locked"))
            world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        else
            world.provider.id = QStringLiteral("acme");
        world.clear();
        QVERIFY(world.store.entries.contains(world.key));
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key));
        QVERIFY(world.server.liveTokenCount() > 0);
    }

    void aStrayEntryOfAnUnreachableServerIsQueuedForRevocation()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.clear();
        QVERIFY(!world.store.entries.contains(world.key));
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
        world.server.behave();
        world.unusedTokens->wake();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void aSignInAfterAnInterruptedOneRevokesTheOldTokens()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        QVERIFY(world.signIn());
        // Only the access token: revoking the refresh token would revoke the new tokens too.
        QTRY_COMPARE(world.revocationCount(), 1);
        QVERIFY(world.registry.strayEntries().isEmpty());
        QCOMPARE(world.registry.accounts().size(), 1);
    }
};

} // namespace tst_quitting

LATCHKEY_TEST(tst_quitting, QuittingTest, QCoreApplication)

#include "tst_quitting.moc"
