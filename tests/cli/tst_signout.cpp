// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "cli/signout.h"

namespace {

struct World : DemoWorld
{
    /// Runs the command to its end, in a process of its own.
    void run()
    {
        start();
        bool isDone = false;
        cli::SignOut command(*session);
        command.start([&](const QString &words, cli::ExitCode exitCode) {
            sentence = words;
            code = exitCode;
            isDone = true;
        });
        QVERIFY(!isDone);
        QTRY_VERIFY(isDone);
    }

    QString sentence;
    cli::ExitCode code = cli::Done;
};

} // namespace

class SignOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAccountIsForgottenAndItsTokensAreRevoked()
    {
        World world;
        QVERIFY(world.signIn());
        world.run();
        QCOMPARE(world.code, cli::Done);
        QVERIFY(world.sentence.contains(QLatin1String("ada-demo")));
        QVERIFY(world.isForgotten());
        QCOMPARE(world.server.liveTokenCount(), 0);
        world.run();
        QCOMPARE(world.code, cli::NobodySignedIn);
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
        QCOMPARE(world.code, cli::Failed);
        QVERIFY2(world.sentence.contains(QLatin1String("was not told")), qPrintable(world.sentence));
        QVERIFY(world.isForgotten());
        world.run();
        QCOMPARE(world.code, cli::NobodySignedIn);
    }

    void aKeychainThatIsLockedKeepsTheAccount()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        world.run();
        QCOMPARE(world.code, cli::Failed);
        QVERIFY2(world.sentence.contains(QLatin1String("Unlock it")), qPrintable(world.sentence));
        QCOMPARE(world.registry.accounts().size(), 1);
    }
};

QTEST_GUILESS_MAIN(SignOutTest)
#include "tst_signout.moc"
