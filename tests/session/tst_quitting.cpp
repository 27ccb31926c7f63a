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

/// Around a server whose token endpoint answers when the test says so. What the others are told is counted.
struct World : DemoWorld
{
    void holdTokens()
    {
        slow.answer(tokenPath, ScriptedServer::Answer{.manner = ScriptedServer::Manner::Hang});
        provider.server.tokenEndpoint = slow.at(tokenPath);
        start();
    }

    /// True when the server is being asked for tokens.
    bool isAsked() const
    {
        return eventually([&] { return !slow.requests().isEmpty(); });
    }

    /// Two for each sign-in: of its access token and of its refresh token.
    int revoked() const { return server.requestCount(Endpoint::Revocation); }

    bool isSettled() const
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

/// What an earlier process has left of a sign-in: an entry, and no account in the list.
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

/// What is under way when an attempt or the program ends.
class QuittingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensOfACanceledExchangeAreGivenBackWhenTheyCome()
    {
        World world;
        world.holdTokens();
        world.session->signIn(world.person);
        QVERIFY(world.isAsked());
        world.session->cancelSignIn();
        QCOMPARE(world.session->state(), State::SignedOut);
        QVERIFY(world.isBusy());
        QCOMPARE(world.person.dismissCount, 1);
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.revoked(), 2);
        QVERIFY(world.isSettled());
        QVERIFY(world.isForgotten());
        QCOMPARE(world.session->state(), State::SignedOut);
    }

    void tokensOfAPageThatIsClosedDuringTheExchangeAreGivenBack()
    {
        World world;
        world.holdTokens();
        world.session->signIn(world.person);
        QVERIFY(world.isAsked());
        Q_EMIT world.person.canceled();
        QTRY_COMPARE(world.session->state(), State::SignedOut);
        QVERIFY(world.isBusy());
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.revoked(), 2);
        QVERIFY(world.isSettled());
    }

    void anExchangeThatFailsAfterACancelLeavesNothing()
    {
        World world;
        world.holdTokens();
        world.session->signIn(world.person);
        QVERIFY(world.isAsked());
        world.session->cancelSignIn();
        world.slow.answerWaiting({{.status = 400, .contentType = "application/json", .body = R"({"error": "invalid_grant"})"}});
        QVERIFY(world.isSettled());
        QCOMPARE(world.revoked(), 0);
    }

    void tokensOfACanceledQuestionForTheDeviceAreGivenBack_data()
    {
        QTest::addColumn<bool>("isGranted");
        QTest::newRow("granted") << true;
        QTest::newRow("still pending") << false;
    }

    void tokensOfACanceledQuestionForTheDeviceAreGivenBack()
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
        QTRY_COMPARE(world.revoked(), isGranted ? 2 : 0);
        QVERIFY(world.isSettled());
        QCOMPARE(world.slow.requests().size(), 1);
    }

    void tokensOfARefreshThatASignOutOvertakesAreGivenBack()
    {
        World world;
        QVERIFY(world.signIn());
        world.holdTokens();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.isAsked());
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_SUCCESS(world.signedOut);
        QTRY_COMPARE(world.revoked(), 2);
        QVERIFY(world.isBusy());
        world.slow.answerWaiting({tokens("renewed")});
        QTRY_COMPARE(world.revoked(), 4);
        QVERIFY(world.isSettled());
        QVERIFY(world.isForgotten());
    }

    /// The refresh that ended the session is over: nothing is waited for, and its lock is free for the next sign-in.
    void aRefusedRefreshLeavesNothingUnderWay()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.revokeEverything();
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.waitFor(State::SignedOut));
        QVERIFY(world.isSettled());
        FileLock lock(world.paths.refreshLockFileOf(world.key));
        bool isFree = false;
        lock.acquire(std::chrono::seconds(2), [&](FileLock::Outcome outcome) { isFree = outcome == FileLock::Outcome::Acquired; });
        QTRY_VERIFY(isFree);
    }

    /// Another process has signed the account out while the server was being asked.
    void tokensOfARefreshAfterASignOutElsewhereAreGivenBackAndNotStored()
    {
        World world;
        QVERIFY(world.signIn());
        world.holdTokens();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.isAsked());
        QVERIFY(world.registry.remove(world.key) && world.registry.setStray(world.key, false));
        world.store.entries.remove(world.key);
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.revoked(), 2);
        QVERIFY(world.waitFor(State::SignedOut));
        QVERIFY(!world.store.entries.contains(world.key));
        QCOMPARE(world.session->lastEnd()->reason, EndReason::SignedOutElsewhere);
    }

    /// The settings alone are lost: the entry is still there, and what is new must not be lost with them.
    void tokensOfARefreshWithoutARecordAreStored()
    {
        World world;
        QVERIFY(world.signIn());
        world.holdTokens();
        world.session->restore();
        QVERIFY(world.waitFor(State::SignedIn));
        world.session->account()->tokens().refresh(&world.context, [](const Result<void> &) {});
        QVERIFY(world.isAsked());
        QVERIFY(QFile::remove(world.paths.settingsFile));
        world.slow.answerWaiting({tokens("late")});
        QTRY_COMPARE(world.stored().tokens.accessToken, QStringLiteral("gho_late"));
    }

    void quittingEndsAnAttemptUnlessItIsBeingStored()
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

    void anEntryIsNotedAsStrayBeforeItIsMade()
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

    void aSignInThatTheSettingsDoNotKeepLeavesNoEntry()
    {
        World world;
        const NoRoom noRoom;
        QVERIFY(world.signIn());
        const auto &error = world.session->account()->storageError();
        QVERIFY(error && error->code == QLatin1String("settings_not_written"));
        QVERIFY(world.store.entries.isEmpty());
        QCOMPARE(world.store.writeCount, 0);
    }

    void anEntryWhoseAccountCannotBeListedAnyMoreGoes()
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
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key)); // That it has gone could not be written either.
    }

    void aWriteThatIsRefusedDoesNotHideAnEntryFromBefore()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        QVERIFY(world.signIn());
        QVERIFY(world.session->account()->storageError());
        QCOMPARE(world.registry.strayEntries(), QStringList(world.key));
    }

    /// It waits for the other process, and has written nothing of its own.
    void aCanceledSignInLeavesTheEntryOfAnother()
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
        QTRY_COMPARE(world.revoked(), 2);
        QVERIFY(world.isSettled());
        QCOMPARE(world.store.entries.value(world.key), "the other's");
    }

    void anAccountThatWasSignedInToMeanwhileKeepsItsEntry()
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

    void whatServerAndSettingsRefuseIsToldInTheOrderOfItsWeight()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        const NoRoom noRoom;
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_ERROR(world.signedOut, Error::Kind::Storage, "settings_not_written");
    }

    void aSignOutThatTheSettingsDoNotKeepIsToldAndStillRevokes()
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

    void aRevocationThatCannotBeKeptForLaterIsTold()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(Endpoint::Revocation, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        world.session->signOut(&world.context, world.signedOut.receiver());
        EXPECT_ERROR(world.signedOut, Error::Kind::Denied, "not_told");
        Answers<void> givenBack;
        world.unusedTokens->revoke(world.provider, {QStringLiteral("gho_x"), QStringLiteral("ghr_x"), {}, {}, {}, {}, {}, {}},
                                &world.context, givenBack.receiver());
        EXPECT_ERROR(givenBack, Error::Kind::Denied, "not_told");
    }

    void whatAProcessHasLeftIsRevokedAndRemoved()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        world.clear();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(!world.store.entries.contains(world.key));
        QVERIFY(world.registry.strayEntries().isEmpty());
        QTRY_VERIFY(world.isStoreEmpty());
    }

    void anEntryThatWasNeverMadeIsNotWaitedFor()
    {
        StrayWorld world;
        QVERIFY(world.registry.setStray(world.key, true));
        world.clear();
        QVERIFY(world.registry.strayEntries().isEmpty());
    }

    void anEntryThatIsBeingMadeIsLeftAlone()
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

    void anEntryThatCannotBeReadOrToldOfStays_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::newRow("a locked store") << QStringLiteral("locked");
        QTest::newRow("a provider that is not known") << QStringLiteral("provider");
    }

    void anEntryThatCannotBeReadOrToldOfStays()
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

    void anEntryWhoseServerCannotBeReachedWaitsInTheQueue()
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

    void aSignInAfterOneThatWasCutShortGivesTheOldTokensBack()
    {
        StrayWorld world;
        QVERIFY(world.makeStray());
        QVERIFY(world.signIn());
        QTRY_COMPARE(world.revoked(), 1); // The access token: its refresh token would take the new ones along.
        QVERIFY(world.registry.strayEntries().isEmpty());
        QCOMPARE(world.registry.accounts().size(), 1);
    }
};

} // namespace tst_quitting

LATCHKEY_TEST(tst_quitting, QuittingTest, QCoreApplication)

#include "tst_quitting.moc"
