// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "cli/printtoken.h"

namespace {

struct World : DemoWorld
{
    /// Runs the command to its end, in a process of its own.
    void run()
    {
        start();
        bool isDone = false;
        cli::PrintToken command(*session, account);
        command.start([&](const QString &text, const QString &words, cli::ExitCode exitCode) {
            token = text;
            error = words;
            code = exitCode;
            isDone = true;
        });
        QTRY_VERIFY(isDone);
    }

    void change(const std::function<void(oauth::TokenSet &)> &change)
    {
        StoredSession entry = stored();
        change(entry.tokens);
        store.entries[key] = entry.toEntry();
    }

    std::optional<AccountRecord> account;
    QString token;
    QString error;
    cli::ExitCode code = cli::Done;
};

} // namespace

class PrintTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTheTokenAndNothingElse()
    {
        World world;
        QVERIFY(world.signIn());
        world.run();
        QCOMPARE(world.token, world.stored().tokens.accessToken);
        QCOMPARE(world.error, QString());
        QCOMPARE(world.code, cli::Done);
    }

    void ofSeveralAccountsTheOneThatIsMeantIsPrinted()
    {
        World world;
        QVERIFY(world.signIn());
        world.account = world.registry.active();
        world.server.account().insert(QStringLiteral("id"), 7);
        world.start();
        QVERIFY(world.signIn());
        world.run();
        QCOMPARE(world.token, world.stored().tokens.accessToken);
        world.account.reset();
        world.run();
        QVERIFY(!world.token.isEmpty() && world.token != world.stored().tokens.accessToken);
    }

    void expiredTokenIsRefreshedFirst()
    {
        World world;
        QVERIFY(world.signIn());
        const QString old = world.stored().tokens.accessToken;
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.run();
        QCOMPARE(world.token, world.stored().tokens.accessToken);
        QVERIFY(world.token != old);
    }

    void tokenThatWillDoIsPrintedThoughTheServerCannotBeReached()
    {
        World world;
        QVERIFY(world.signIn());
        const QString old = world.stored().tokens.accessToken;
        world.change([&](oauth::TokenSet &tokens) {
            tokens.obtainedAt = world.now.addSecs(-3600);
            tokens.expiresAt = world.now.addSecs(20);
        });
        world.server.misbehave(demo::Endpoint::Token, answer(503));
        world.run();
        QCOMPARE(world.token, old);
        QCOMPARE(world.code, cli::Done);
    }

    void expiredTokenIsNotPrinted()
    {
        World world;
        QVERIFY(world.signIn());
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.server.misbehave(demo::Endpoint::Token, answer(503));
        world.run();
        QCOMPARE(world.token, QString());
        QCOMPARE(world.code, cli::Failed);
        QVERIFY(world.error.contains(QLatin1String("(503)")));
    }

    void expiredTokenWithoutRefreshTokenIsNotPrinted()
    {
        World world;
        QVERIFY(world.signIn());
        world.change([&](oauth::TokenSet &tokens) {
            tokens.expiresAt = world.now.addSecs(-5);
            tokens.refreshToken.clear();
        });
        world.run();
        QCOMPARE(world.token, QString());
        QCOMPARE(world.code, cli::NobodySignedIn);
    }

    void nobodyIsSignedIn()
    {
        World world;
        world.run();
        QCOMPARE(world.token, QString());
        QCOMPARE(world.code, cli::NobodySignedIn);
        QVERIFY(world.error.contains(QLatin1String("latchkey sign-in")));
    }

    void endedSessionIsNobody()
    {
        World world;
        QVERIFY(world.signIn());
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.server.revokeEverything();
        world.run();
        QCOMPARE(world.token, QString());
        QCOMPARE(world.code, cli::NobodySignedIn);
        QVERIFY(world.error.contains(QLatin1String("has ended")));
    }

    void lockedKeychainIsAFailure()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        world.run();
        QCOMPARE(world.code, cli::Failed);
        QVERIFY(world.error.contains(QLatin1String("did not let Latchkey in")));
    }
};

QTEST_GUILESS_MAIN(PrintTokenTest)
#include "tst_printtoken.moc"
