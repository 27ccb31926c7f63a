// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "session/sessionlist.h"
#include "support/anotherpath.h"
#include "support/browser.h"
#include "support/test.h"

#include <QSignalSpy>

namespace tst_sessionlist {

using demo::Endpoint;
using State = Session::State;

/// Several accounts at the demo provider. A sign-in is always to the account set by become().
struct World : DemoWorld
{
    World()
    {
        session.reset();
        catalog.add(provider);
        startList();
    }

    /// Creates a new list, as after a restart of the application.
    void startList()
    {
        sessions.reset();
        sessions = std::make_unique<SessionList>(provider, catalog, registrations, storage, options());
    }

    void become(int id, const char *login)
    {
        server.account().insert(QStringLiteral("id"), id);
        server.account().insert(QStringLiteral("login"), QLatin1String(login));
    }

    /// False if it fails.
    bool signIn()
    {
        sessions->current().signIn(person);
        return QTest::qWaitFor([this] { return sessions->current().state() == State::SignedIn; });
    }

    bool addAccount(int id, const char *login)
    {
        become(id, login);
        sessions->add(provider);
        return signIn();
    }

    /// The server calls an account differently from now on.
    void rename(int id, const char *login, const char *name)
    {
        become(id, login);
        server.account().insert(QStringLiteral("name"), QLatin1String(name));
    }

    /// Asks the server who is signed in, as the profile does.
    bool askWho(Session &session)
    {
        Answers<QByteArray> answers;
        session.account()->resources().ask(Question{provider.identityRequest()}, &context, answers.receiver());
        return QTest::qWaitFor([&] { return answers.count == 1; }) && bool(*answers.last);
    }

    /// Signs in Ada, then Bob.
    bool signInTwo() { return addAccount(1, "ada") && addAccount(2, "bob"); }

    QString shown() const
    {
        const Account *account = sessions->current().account();
        return account ? account->identity().login : QString();
    }

    QStringList logins() const
    {
        QStringList logins;
        for (const AccountRecord &account : sessions->accounts())
            logins.append(account.identity.login);
        return logins;
    }

    QString registered() const
    {
        QStringList logins;
        for (const AccountRecord &account : registry.accounts())
            logins.append(account.identity.login);
        return logins.join(QLatin1Char(' '));
    }

    Result<StoredSession> entryOf(const QString &accountKey) const
    {
        return StoredSession::fromEntry(store.entries.value(accountKey));
    }

    QObject context;
    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    std::unique_ptr<SessionList> sessions;
    const QString ada = QStringLiteral("demo/1");
    const QString bob = QStringLiteral("demo/2");
};

class SessionListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAccountsThereIsOneSessionToSignInWith()
    {
        World world;
        world.sessions->restore();
        world.sessions->restoreOthers();
        QCOMPARE(world.sessions->current().state(), State::SignedOut);
        QVERIFY(world.sessions->accounts().isEmpty());
        QVERIFY(!world.sessions->previous());
    }

    void anAddedAccountIsShownAndTheOtherStaysSignedIn()
    {
        World world;
        QVERIFY(world.signInTwo());
        QCOMPARE(world.shown(), QStringLiteral("bob"));
        QCOMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("bob")}));
        QCOMPARE(world.server.liveTokenCount(), 4);
        QVERIFY(world.entryOf(world.ada)->tokens.accessToken != world.entryOf(world.bob)->tokens.accessToken);
    }

    void selectingAnAccountShowsAndRemembersIt()
    {
        World world;
        QVERIFY(world.signInTwo());
        QSignalSpy changed(world.sessions.get(), &SessionList::currentChanged);
        world.sessions->select(world.ada);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(world.shown(), QStringLiteral("ada"));
        QCOMPARE(world.registered(), QStringLiteral("ada bob"));
        world.sessions->select(QStringLiteral("demo/3"));
        world.sessions->select(world.ada);
        QCOMPARE(changed.count(), 1);
    }

    void aRestartShowsTheLastAccountFirstAndRestoresAll()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.sessions->select(world.ada);
        const int asked = world.count(Endpoint::Token) + world.count(Endpoint::User);
        world.startList();
        world.store.hold();
        world.sessions->restore();
        QCOMPARE(world.store.waitingCount(), 1);
        world.store.letGo();
        QTRY_COMPARE(world.shown(), QStringLiteral("ada"));
        QCOMPARE(world.logins(), QStringList(QStringLiteral("ada")));
        QSignalSpy changed(world.sessions.get(), &SessionList::currentChanged);
        world.sessions->restoreOthers();
        world.sessions->restoreOthers();
        QTRY_COMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("bob")}));
        QCOMPARE(changed.count(), 0);
        QCOMPARE(world.registered(), QStringLiteral("ada bob"));
        QCOMPARE(world.count(Endpoint::Token) + world.count(Endpoint::User), asked);
    }

    void eachAccountHasItsOwnRefreshTimer()
    {
        World world;
        QVERIFY(world.signInTwo());
        const QString adas = world.entryOf(world.ada)->tokens.accessToken;
        const QString bobs = world.entryOf(world.bob)->tokens.accessToken;
        world.now = world.now.addSecs(9 * 3600);
        world.sessions->wake();
        QTRY_VERIFY(world.entryOf(world.ada)->tokens.accessToken != adas);
        QTRY_VERIFY(world.entryOf(world.bob)->tokens.accessToken != bobs);
    }

    void aMissingEntryIsReportedAndTheOtherAccountsStay()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.store.entries.remove(world.ada);
        world.startList();
        QSignalSpy lost(world.sessions.get(), &SessionList::notRestored);
        world.sessions->restore();
        QTRY_COMPARE(world.shown(), QStringLiteral("bob"));
        world.sessions->restoreOthers();
        QTRY_COMPARE(lost.count(), 1);
        QCOMPARE(lost.first().first().value<AccountRecord>().identity.login, QStringLiteral("ada"));
        QCOMPARE(world.shown(), QStringLiteral("bob"));
    }

    void cancelingAnAdditionChangesNothing()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.sessions->select(world.ada);
        const auto before = world.store.entries;
        world.person.setAnswer(FormFillingUserAgent::Answer::None);
        world.sessions->add(world.provider);
        world.sessions->current().signIn(world.person);
        QCOMPARE(world.shown(), QString());
        QCOMPARE(world.sessions->previous()->key(), world.ada);
        world.sessions->select(world.ada);
        QCOMPARE(world.shown(), QStringLiteral("ada"));
        QCOMPARE(world.store.entries, before);
        QCOMPARE(world.server.liveTokenCount(), 4);
        QCOMPARE(world.person.dismissCount, 1 + 2);
    }

    void addingAKnownAccountReplacesItsTokensAndRevokesTheOldOnes()
    {
        World world;
        QVERIFY(world.signInTwo());
        const QString old = world.entryOf(world.ada)->tokens.accessToken;
        QVERIFY(world.addAccount(1, "ada"));
        QCOMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("bob")}));
        QVERIFY(world.entryOf(world.ada)->tokens.accessToken != old);
        QTRY_COMPARE(world.count(Endpoint::Revocation), 1);
        QVERIFY(world.server.lastRequest(Endpoint::Revocation).body.contains(old.toLatin1()));
        QTRY_VERIFY(world.registry.pendingRevocations().isEmpty());
        QCOMPARE(world.registered(), QStringLiteral("ada bob"));
        Answers<void> refreshed;
        world.sessions->current().account()->tokens().refresh(&world.context, refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
    }

    void theOldTokensStayInUseUntilTheNewOnesAreStored()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.become(2, "bob");
        world.sessions->add(world.provider);
        world.store.hold();
        world.sessions->current().signIn(world.person);
        QTRY_COMPARE(world.store.waitingCount(), 1);
        QCOMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("bob")}));
        QCOMPARE(world.count(Endpoint::Revocation), 0);
        world.store.letGo();
        QTRY_COMPARE(world.shown(), QStringLiteral("bob"));
        QTRY_COMPARE(world.count(Endpoint::Revocation), 1);
    }

    void cancelingWhileAKnownAccountIsStoredKeepsItsOldTokens()
    {
        World world;
        QVERIFY(world.signInTwo());
        const QString old = world.entryOf(world.bob)->tokens.accessToken;
        world.sessions->add(world.provider);
        world.store.hold();
        world.sessions->current().signIn(world.person);
        QTRY_COMPARE(world.store.waitingCount(), 1);
        world.sessions->select(world.bob);
        world.store.letGo();
        QCOMPARE(world.entryOf(world.bob)->tokens.accessToken, old);
        QCOMPARE(world.registered(), QStringLiteral("bob ada"));
        QTRY_COMPARE(world.server.liveTokenCount(), 4);
    }

    void aSignOutInAnotherProcessEndsTheSessionHere()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.sessions->restoreOthers();
        QSignalSpy ended(world.sessions.get(), &SessionList::ended);
        world.store.entries.remove(world.ada);
        QVERIFY(AccountRegistry(anotherPathOf(world.paths.settingsFile)).remove(world.ada));
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.first().at(1).value<EndReason>(), EndReason::SignedOutElsewhere);
        QCOMPARE(world.logins(), QStringList(QStringLiteral("bob")));
        QCOMPARE(world.shown(), QStringLiteral("bob"));
    }

    void aSignInInAnotherProcessAppearsHere()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.sessions->restoreOthers();
        AccountRegistry otherRegistry(anotherPathOf(world.paths.settingsFile));
        AccountStorage otherStorage(world.store, otherRegistry, world.paths);
        UnusedTokens otherUnusedTokens(otherStorage, world.options());
        Session other(world.provider, otherStorage, otherUnusedTokens, world.options());
        world.become(2, "bob");
        other.signIn(world.person);
        QTRY_COMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("bob")}));
        QCOMPARE(world.shown(), QStringLiteral("ada"));
    }

    void aNewLoginAtTheServerReachesTheSettingsTheKeychainAndTheList()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.rename(2, "robert", "Robert");
        QSignalSpy changed(world.sessions.get(), &SessionList::accountsChanged);
        const QString token = world.entryOf(world.bob)->tokens.accessToken;
        QVERIFY(world.askWho(world.sessions->current()));
        QCOMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("robert")}));
        QCOMPARE(world.shown(), QStringLiteral("robert"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(world.registered(), QStringLiteral("robert ada"));
        QCOMPARE(world.registry.active()->identity.name, QStringLiteral("Robert"));
        QTRY_COMPARE(world.entryOf(world.bob)->identity.login, QStringLiteral("robert"));
        QCOMPARE(world.entryOf(world.bob)->identity.name, QStringLiteral("Robert"));
        QCOMPARE(world.entryOf(world.bob)->tokens.accessToken, token);
        // The profile's cache is the same answer.
        QVERIFY(world.sessions->current().account()->resources().cached(Question{world.provider.identityRequest()})->value.contains("robert"));
        QVERIFY(world.askWho(world.sessions->current()));
        QCOMPARE(changed.count(), 1);
    }

    void aNewNameAloneIsNoticedToo()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.rename(1, "ada", "Countess");
        QVERIFY(world.askWho(world.sessions->current()));
        QCOMPARE(world.sessions->accounts().first().identity.name, QStringLiteral("Countess"));
        QCOMPARE(world.registry.active()->identity.name, QStringLiteral("Countess"));
        QCOMPARE(world.registry.active()->formerLogins, QStringList());
    }

    void anAnswerAboutSomebodyElseRenamesNobody()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.rename(7, "mallory", "Mallory");
        QVERIFY(world.askWho(world.sessions->current()));
        QCOMPARE(world.registered(), QStringLiteral("ada"));
        QCOMPARE(world.shown(), QStringLiteral("ada"));
    }

    void aNewLoginReachesOtherProcesses()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.sessions->restoreOthers();
        AccountRegistry otherRegistry(anotherPathOf(world.paths.settingsFile));
        AccountStorage otherStorage(world.store, otherRegistry, world.paths);
        UnusedTokens otherUnusedTokens(otherStorage, world.options());
        Session other(world.provider, otherStorage, otherUnusedTokens, world.options());
        other.restore();
        QTRY_COMPARE(other.state(), State::SignedIn);
        QSignalSpy changed(world.sessions.get(), &SessionList::accountsChanged);
        world.rename(1, "lovelace", "Countess");
        QVERIFY(world.askWho(other));
        QTRY_COMPARE(world.shown(), QStringLiteral("lovelace"));
        QCOMPARE(world.sessions->accounts().first().identity.name, QStringLiteral("Countess"));
        QCOMPARE(changed.count(), 1);
    }

    /// The settings know it first: the keychain may be locked when the server says it.
    void aNewLoginIsThereAfterARestartAlthoughTheKeychainRefusedIt()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.rename(1, "lovelace", "Countess");
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        QVERIFY(world.askWho(world.sessions->current()));
        settle();
        world.store.refusal.reset();
        QCOMPARE(world.entryOf(world.ada)->identity.login, QStringLiteral("ada"));
        world.startList();
        world.sessions->restore();
        QTRY_COMPARE(world.shown(), QStringLiteral("lovelace"));
    }

    /// Its tokens would be replaced by those that it has revoked.
    void aNewLoginWaitsForASignInOfAnotherProcess()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const auto signingIn = world.storage.entryLock(world.ada);
        QCOMPARE(signingIn->tryAcquire(), FileLock::Outcome::Acquired);
        world.rename(1, "lovelace", "Countess");
        QVERIFY(world.askWho(world.sessions->current()));
        settle();
        QCOMPARE(world.entryOf(world.ada)->identity.login, QStringLiteral("ada"));
        StoredSession newer = *world.entryOf(world.ada);
        newer.tokens.accessToken = QStringLiteral("of-the-other-process");
        world.store.entries.insert(world.ada, newer.toEntry());
        signingIn->release();
        QTRY_COMPARE(world.entryOf(world.ada)->identity.login, QStringLiteral("lovelace"));
        QCOMPARE(world.entryOf(world.ada)->tokens.accessToken, newer.tokens.accessToken);
    }

    void aRefreshAfterANewLoginKeepsIt()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.rename(1, "lovelace", "Countess");
        QVERIFY(world.askWho(world.sessions->current()));
        QTRY_COMPARE(world.entryOf(world.ada)->identity.login, QStringLiteral("lovelace"));
        Answers<void> refreshed;
        world.sessions->current().account()->tokens().refresh(&world.context, refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
        QCOMPARE(world.entryOf(world.ada)->identity.login, QStringLiteral("lovelace"));
    }

    void aSignInInAnotherProcessAppearsIfNobodyIsSignedIn()
    {
        World world;
        world.sessions->restoreOthers();
        AccountRegistry otherRegistry(anotherPathOf(world.paths.settingsFile));
        AccountStorage otherStorage(world.store, otherRegistry, world.paths);
        UnusedTokens otherUnusedTokens(otherStorage, world.options());
        Session other(world.provider, otherStorage, otherUnusedTokens, world.options());
        world.become(2, "bob");
        other.signIn(world.person);
        QTRY_COMPARE(world.logins(), QStringList(QStringLiteral("bob")));
    }

    void quittingRevokesAllUnstoredTokens()
    {
        World world;
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        QVERIFY(world.signInTwo());
        QCOMPARE(world.server.liveTokenCount(), 4);
        world.sessions->revokeUnstored();
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QCOMPARE(world.logins(), QStringList());
        QTRY_VERIFY(!world.sessions->isBusy());
    }

    void quittingCancelsAllRestores()
    {
        World world;
        QVERIFY(world.signInTwo());
        QVERIFY(world.addAccount(3, "eve"));
        world.startList();
        world.sessions->restore();
        QTRY_COMPARE(world.sessions->current().state(), State::SignedIn);
        world.store.hold();
        world.sessions->restoreOthers();
        QTRY_COMPARE(world.store.waitingCount(), 2);
        world.sessions->cancelUnlessStoring();
        world.store.letGo();
        QCOMPARE(world.logins().size(), 1);
        QCOMPARE(world.server.liveTokenCount(), 6);
    }

    void lostSettingsEndNoSession()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.sessions->restoreOthers();
        QVERIFY(QFile::remove(world.paths.settingsFile));
        QTest::qWait(200);
        world.registry.setLastEnd({EndReason::Revoked, world.now}); // Recreates the file, without the accounts.
        QTest::qWait(400);
        QCOMPARE(world.logins(), QStringList({QStringLiteral("ada"), QStringLiteral("bob")}));
    }

    void signingOutOfOneAccountKeepsTheOthers()
    {
        World world;
        QVERIFY(world.signInTwo());
        QSignalSpy ended(world.sessions.get(), &SessionList::ended);
        Answers<void> answers;
        world.sessions->current().signOut(&world.context, answers.receiver());
        EXPECT_SUCCESS(answers);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(world.logins(), QStringList(QStringLiteral("ada")));
        QCOMPARE(world.sessions->previous()->key(), world.ada);
        QCOMPARE(world.registered(), QStringLiteral("ada"));
        QVERIFY(!world.store.entries.contains(world.bob));
        QVERIFY(world.store.entries.contains(world.ada));
        QTRY_COMPARE(world.server.liveTokenCount(), 2);
    }

    void aSessionEndInTheBackgroundIsReportedAndTheCurrentAccountStays()
    {
        World world;
        QVERIFY(world.signInTwo());
        const StoredSession ofAda = *world.entryOf(world.ada);
        world.startList();
        StoredSession revoked = ofAda;
        revoked.tokens.refreshToken = QStringLiteral("ghr_unknown");
        revoked.tokens.expiresAt = world.now.addSecs(-1);
        world.store.entries.insert(world.ada, revoked.toEntry());
        world.sessions->restore();
        QTRY_COMPARE(world.shown(), QStringLiteral("bob"));
        QSignalSpy changed(world.sessions.get(), &SessionList::currentChanged);
        QSignalSpy ended(world.sessions.get(), &SessionList::ended);
        world.sessions->restoreOthers();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.first().at(1).value<EndReason>(), EndReason::RefreshRefused);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(world.shown(), QStringLiteral("bob"));
        QCOMPARE(world.logins(), QStringList(QStringLiteral("bob")));
    }
};

} // namespace tst_sessionlist

LATCHKEY_TEST(tst_sessionlist, SessionListTest, QCoreApplication)

#include "tst_sessionlist.moc"
