// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "session/demoworld.h"

#include "cli/commands/printtoken.h"
#include "support/test.h"

namespace tst_printtoken {

struct World : DemoWorld
{
    /// Runs the command to its end, on a new session as a new process has.
    void run()
    {
        start();
        const ProviderCatalog catalog{QStringList()};
        const OwnRegistrations registrations(folder.filePath(QStringLiteral("providers")), store);
        cli::PrintToken command({*session, catalog, registry, registrations, account});
        outcome = outcomeOf(command);
    }

    void change(const std::function<void(oauth::TokenSet &)> &change)
    {
        StoredSession entry = stored();
        change(entry.tokens);
        store.entries[key] = entry.toEntry();
    }

    std::optional<AccountRecord> account;
    /// What is printed: a line with the token, or nothing.
    static QString line(const QString &token) { return token + QLatin1Char('\n'); }

    cli::Outcome outcome;
};

class PrintTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTheTokenAndNothingElse()
    {
        World world;
        QVERIFY(world.signIn());
        world.run();
        QCOMPARE(world.outcome.out, World::line(world.stored().tokens.accessToken));
        QCOMPARE(world.outcome.err, QString());
        QCOMPARE(world.outcome.code, cli::Done);
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
        QCOMPARE(world.outcome.out, World::line(world.stored().tokens.accessToken));
        world.account.reset();
        world.run();
        QVERIFY(!world.outcome.out.isEmpty() && world.outcome.out != World::line(world.stored().tokens.accessToken));
    }

    void expiredTokenIsRefreshedFirst()
    {
        World world;
        QVERIFY(world.signIn());
        const QString old = world.stored().tokens.accessToken;
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.run();
        QCOMPARE(world.outcome.out, World::line(world.stored().tokens.accessToken));
        QVERIFY(world.outcome.out != World::line(old));
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
        QCOMPARE(world.outcome.out, World::line(old));
        QCOMPARE(world.outcome.code, cli::Done);
    }

    void expiredTokenIsNotPrinted()
    {
        World world;
        QVERIFY(world.signIn());
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.server.misbehave(demo::Endpoint::Token, answer(503));
        world.run();
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("(503)")));
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
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
    }

    void nobodyIsSignedIn()
    {
        World world;
        world.run();
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
        QVERIFY(world.outcome.err.contains(QLatin1String("latchkey sign-in")));
    }

    void endedSessionIsNobody()
    {
        World world;
        QVERIFY(world.signIn());
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.server.revokeEverything();
        world.run();
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
        QVERIFY2(world.outcome.err.contains(QLatin1String("did not renew your sign-in")), qPrintable(world.outcome.err));
    }

    void aServerThatAsksForANewSignInIsToldOnceTheAccessIsOver()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.misbehave(demo::Endpoint::Token, {.response = {.status = 400, .contentType = "application/json",
                                                                    .body = R"({"error": "interaction_required"})"}, .times = -1});
        world.change([&](oauth::TokenSet &tokens) { tokens.expiresAt = world.now.addSecs(-5); });
        world.run();
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
        QCOMPARE(world.outcome.err, QStringLiteral("Demo Hub requires a new sign-in. Run 'latchkey sign-in'."));
    }

    void lockedKeychainIsAFailure()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        world.run();
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("did not let Latchkey in")));
    }
};

} // namespace tst_printtoken

LATCHKEY_TEST(tst_printtoken, PrintTokenTest, QCoreApplication)

#include "tst_printtoken.moc"
