// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "session/demoworld.h"

#include "cli/commands/signout.h"
#include "support/test.h"

namespace tst_signout {

struct World : DemoWorld
{
    /// Runs the command to its end, on a new session as a new process has.
    void run()
    {
        start();
        const ProviderCatalog catalog{QStringList()};
        const OwnRegistrations registrations(folder.filePath(QStringLiteral("providers")), store);
        cli::SignOut command({*session, catalog, registry, registrations});
        outcome = outcomeOf(command);
    }

    cli::Outcome outcome;
};

class SignOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAccountIsForgottenAndItsTokensAreRevoked()
    {
        World world;
        QVERIFY(world.signIn());
        world.run();
        QCOMPARE(world.outcome.code, cli::Done);
        QVERIFY(world.outcome.out.contains(QLatin1String("ada-demo")));
        QVERIFY(world.isForgotten());
        QCOMPARE(world.server.liveTokenCount(), 0);
        world.run();
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
    }

    void anEntryThatIsLostIsForgotten_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("unreadable") << QByteArray("nonsense");
    }

    void anEntryThatIsLostIsForgotten()
    {
        QFETCH(QByteArray, entry);
        World world;
        QVERIFY(world.signIn());
        world.store.entries.remove(world.key);
        if (!entry.isEmpty())
            world.store.entries.insert(world.key, entry);
        world.run();
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY2(world.outcome.err.contains(QLatin1String("was not told")), qPrintable(world.outcome.err));
        QVERIFY(world.isForgotten());
        world.run();
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
    }

    void aKeychainThatIsLockedKeepsTheAccount()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        world.run();
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY2(world.outcome.err.contains(QLatin1String("Unlock it")), qPrintable(world.outcome.err));
        QCOMPARE(world.registry.accounts().size(), 1);
    }
};

} // namespace tst_signout

LATCHKEY_TEST(tst_signout, SignOutTest, QCoreApplication)

#include "tst_signout.moc"
