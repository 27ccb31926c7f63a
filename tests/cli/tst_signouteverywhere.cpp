// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "session/demoworld.h"

#include "cli/commands/signouteverywhere.h"
#include "support/test.h"

namespace tst_signouteverywhere {

demo::DemoProvider::Options withSecret()
{
    demo::DemoProvider::Options options;
    options.clientSecret = QStringLiteral("demo-secret");
    return options;
}

/// Two accounts at the demo provider.
struct World : DemoWorld
{
    explicit World(const demo::DemoProvider::Options &options = {}) : DemoWorld(options)
    {
        provider.client.clientSecret = options.clientSecret;
        catalog.add(provider);
    }

    bool signInTwo()
    {
        start();
        if (!signIn())
            return false;
        server.account().insert(QStringLiteral("id"), 7);
        server.account().insert(QStringLiteral("login"), QStringLiteral("grace"));
        start();
        return signIn();
    }

    /// Runs the command to its end, on a new session as a new process has.
    void run()
    {
        start();
        cli::SignOutEverywhere command({*session, catalog, registry, registrations});
        outcome = outcomeOf(command);
    }

    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    cli::Outcome outcome;
};

class SignOutEverywhereTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAccountsAreSignedOut()
    {
        World world;
        QVERIFY(world.signInTwo());
        QCOMPARE(world.server.liveTokenCount(), 4);
        world.run();
        QCOMPARE(world.outcome.code, cli::Done);
        QVERIFY(world.outcome.out.contains(QStringLiteral("Signed out ada-demo")));
        QVERIFY(world.outcome.out.contains(QStringLiteral("Signed out grace")));
        QCOMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(world.registry.accounts().isEmpty());
        QVERIFY(world.isStoreEmpty());
    }

    void withASecretTheGrantIsTakenBackWithAllThatItHasLedTo()
    {
        World world(withSecret());
        QVERIFY(world.signInTwo());
        world.provider.server.revocationEndpoint.clear();
        world.provider.server.applicationsEndpoint = world.server.applicationsEndpoint();
        world.catalog = ProviderCatalog(QStringList());
        world.catalog.add(world.provider);
        QVERIFY(world.registry.remove(QStringLiteral("demo/7"))); // As if this account were on another computer.
        world.run();
        QCOMPARE(world.outcome.code, cli::Done);
        QCOMPARE(world.server.lastRequest(demo::Endpoint::TokenDeletion).path,
                 QStringLiteral("/api/v3/applications/latchkey-demo/grant"));
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void aServerThatIsAwayIsToldOfAndTheOthersAreSignedOut()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.server.misbehave(demo::Endpoint::Revocation, {.response = {.status = 503}, .times = 1});
        world.run();
        QCOMPARE(world.outcome.code, cli::Failed);
        QCOMPARE(world.outcome.out.count(QStringLiteral("Signed out")), 1);
        QVERIFY(world.outcome.err.contains(QStringLiteral("You have signed out here")));
        QVERIFY(world.outcome.err.contains(QStringLiteral("will revoke its access the next time")));
        QVERIFY(world.registry.accounts().isEmpty());
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
    }

    void anEntryThatCannotBeReadIsToldAndTheOthersAreSignedOut()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.store.entries.remove(world.key);
        world.run();
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QStringLiteral("ada-demo")));
        QVERIFY(world.outcome.out.contains(QStringLiteral("Signed out grace")));
    }

    void withoutAnybodyThatIsSaid()
    {
        World world;
        world.run();
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
        QVERIFY(!world.outcome.err.isEmpty());
    }
};

} // namespace tst_signouteverywhere

LATCHKEY_TEST(tst_signouteverywhere, SignOutEverywhereTest, QCoreApplication)

#include "tst_signouteverywhere.moc"
