// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "cli/signouteverywhere.h"

namespace {

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

    /// Runs the command to its end, in a process of its own.
    void run()
    {
        start();
        bool isDone = false;
        cli::SignOutEverywhere command(catalog, registry, registrations, *session);
        command.start([&](const QString &text, cli::ExitCode exitCode) {
            lines = text;
            code = exitCode;
            isDone = true;
        });
        QVERIFY(!isDone);
        QTRY_VERIFY(isDone);
    }

    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    QString lines;
    cli::ExitCode code = cli::Done;
};

} // namespace

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
        QCOMPARE(world.code, cli::Done);
        QVERIFY(world.lines.contains(QStringLiteral("Signed out ada-demo")));
        QVERIFY(world.lines.contains(QStringLiteral("Signed out grace")));
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
        QVERIFY(world.registry.remove(QStringLiteral("demo/7"))); // As if it were on another computer.
        world.run();
        QCOMPARE(world.code, cli::Done);
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
        QCOMPARE(world.code, cli::Failed);
        QCOMPARE(world.lines.count(QStringLiteral("signed out"), Qt::CaseInsensitive), 2);
        QVERIFY(world.lines.contains(QStringLiteral("will revoke its access the next time")));
        QVERIFY(world.registry.accounts().isEmpty());
        QCOMPARE(world.registry.pendingRevocations().size(), 1);
    }

    void anEntryThatCannotBeReadIsToldAndTheOthersAreSignedOut()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.store.entries.remove(world.key);
        world.run();
        QCOMPARE(world.code, cli::Failed);
        QVERIFY(world.lines.contains(QStringLiteral("ada-demo")));
        QVERIFY(world.lines.contains(QStringLiteral("Signed out grace")));
    }

    void withoutAnybodyThatIsSaid()
    {
        World world;
        world.run();
        QCOMPARE(world.code, cli::NobodySignedIn);
        QVERIFY(!world.lines.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SignOutEverywhereTest)
#include "tst_signouteverywhere.moc"
