// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "session/demoworld.h"

#include "cli/commands/gitcredential.h"
#include "support/test.h"

namespace tst_gitcredential {

struct World : DemoWorld
{
    World() { catalog.add(provider); }

    /// A question of Git about the host that somebody is signed in to.
    cli::GitMessage message(const QString &username = {}, const QString &password = {}) const
    {
        return {QStringLiteral("http"), provider.authority(), username, password};
    }

    /// Runs the command to its end, on a new session as a new process has.
    void run(const QString &operation, const cli::GitMessage &message)
    {
        start();
        cli::GitCredential command({*session, catalog, registry, registrations}, operation, message);
        outcome = outcomeOf(command);
    }

    QString token() const { return stored().tokens.accessToken; }

    /// Lets the tokens in the store expire after this time.
    void setLifetimeLeft(std::chrono::seconds left)
    {
        StoredSession entry = stored();
        entry.tokens.obtainedAt = now.addSecs(-7 * 3600);
        entry.tokens.expiresAt = now.addSecs(left.count());
        store.entries[key] = entry.toEntry();
    }

    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    cli::Outcome outcome;
};

const QString getOperation = QStringLiteral("get");
const QString eraseOperation = QStringLiteral("erase");

class GitCredentialTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A remote may still have the old name.
    void aRenamedAccountAnswersToItsOldAndItsNewLogin()
    {
        World world;
        QVERIFY(world.signIn());
        AccountRecord record = *world.registry.active();
        record.identity.login = QStringLiteral("lovelace");
        QVERIFY(world.registry.update(record));
        for (const char *wanted : {"", "lovelace", "ada-demo"}) {
            world.run(getOperation, world.message(QString::fromLatin1(wanted)));
            QVERIFY2(world.outcome.out.contains(QStringLiteral("username=lovelace\n")), wanted);
        }
        world.run(getOperation, world.message(QStringLiteral("somebody")));
        QCOMPARE(world.outcome.out, QString());
    }

    void getAnswersWithLoginAndToken()
    {
        World world;
        QVERIFY(world.signIn());
        world.run(getOperation, world.message());
        QCOMPARE(world.outcome.out, QStringLiteral("username=ada-demo\npassword=%1\npassword_expiry_utc=%2\n")
                                   .arg(world.token()).arg(world.stored().tokens.expiresAt.toSecsSinceEpoch()));
        QCOMPARE(world.outcome.code, cli::Done);
        QVERIFY(world.outcome.err.isEmpty());
    }

    void aNameThatIsNotTheServersIsNotAnswered()
    {
        World world;
        world.server.account().insert(QStringLiteral("login"), QStringLiteral("ada\u202e"));
        world.start();
        QVERIFY(world.signIn());
        world.run(getOperation, world.message());
        QCOMPARE(world.outcome.out, QString());
        QVERIFY2(world.outcome.err.contains(QLatin1String("control character")), qPrintable(world.outcome.err));
        QCOMPARE(world.outcome.code, cli::Failed);
    }

    void ofTwoAccountsAtAHostTheNamedOneAnswers()
    {
        World world;
        QVERIFY(world.signIn());
        world.server.account().insert(QStringLiteral("id"), 7);
        world.server.account().insert(QStringLiteral("login"), QStringLiteral("grace"));
        world.start();
        QVERIFY(world.signIn());
        const auto graces = StoredSession::fromEntry(world.store.entries.value(QStringLiteral("demo/7")));
        world.run(getOperation, world.message(QStringLiteral("ada-demo")));
        QVERIFY(world.outcome.out.startsWith(QStringLiteral("username=ada-demo\npassword=%1\n").arg(world.token())));
        world.run(getOperation, world.message(QStringLiteral("grace")));
        QVERIFY(world.outcome.out.startsWith(QStringLiteral("username=grace\npassword=%1\n").arg(graces->tokens.accessToken)));
        world.run(getOperation, world.message());
        QVERIFY(world.outcome.out.startsWith(QStringLiteral("username=grace\n")));
    }

    void whatIsNotOursIsAnsweredWithNothing_data()
    {
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("username");
        const QString none;
        const QString ours = QStringLiteral("ours");
        QTest::newRow("other host") << QStringLiteral("https") << QStringLiteral("github.com") << none;
        QTest::newRow("other port") << QStringLiteral("http") << QStringLiteral("127.0.0.1:1") << none;
        QTest::newRow("other protocol") << QStringLiteral("https") << ours << none;
        QTest::newRow("ssh") << QStringLiteral("ssh") << ours << none;
        QTest::newRow("in the clear") << QStringLiteral("http") << QStringLiteral("git.example.org") << none;
        QTest::newRow("other person") << QStringLiteral("http") << ours << QStringLiteral("grace");
        QTest::newRow("bad host") << QStringLiteral("https") << QStringLiteral("a b/c") << none;
        QTest::newRow("nothing") << none << none << none;
    }

    void whatIsNotOursIsAnsweredWithNothing()
    {
        QFETCH(QString, protocol);
        QFETCH(QString, host);
        QFETCH(QString, username);
        World world;
        QVERIFY(world.signIn());
        if (host == QLatin1String("ours"))
            host = world.provider.authority();
        world.run(getOperation, {protocol, host, username, {}});
        QCOMPARE(world.outcome.out + world.outcome.err, QString());
        QCOMPARE(world.outcome.code, cli::Done);
    }

    void gistsAreAnsweredWithTheAccountOfTheirHost_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isAnswered");
        const auto row = [](const char *name, const char *server, const char *protocol, const char *host, bool isAnswered) {
            QTest::newRow(name) << QString::fromLatin1(server) << QString::fromLatin1(protocol) << QString::fromLatin1(host)
                                << isAnswered;
        };
        row("the host itself", "github.com", "https", "github.com", true);
        row("its gists", "github.com", "https", "gist.github.com", true);
        row("in other letters", "github.com", "https", "Gist.GitHub.com", true);
        row("of an Enterprise server", "git.example.org", "https", "gist.git.example.org", true);
        row("with a port", "git.example.org:8443", "https", "gist.git.example.org:8443", true);
        row("with another port", "git.example.org", "https", "gist.git.example.org:8443", false);
        row("in the clear", "github.com", "http", "gist.github.com", false);
        row("a gist of a gist", "github.com", "https", "gist.gist.github.com", false);
        row("a name that ends alike", "github.com", "https", "evilgist.github.com", false);
        row("a name that begins alike", "github.com", "https", "gist.github.com.example.net", false);
        row("of another host", "git.example.org", "https", "gist.github.com", false);
        row("of an address", "127.0.0.1", "http", "gist.127.0.0.1", false);
    }

    void gistsAreAnsweredWithTheAccountOfTheirHost()
    {
        QFETCH(QString, server);
        QFETCH(QString, protocol);
        QFETCH(QString, host);
        World world;
        QVERIFY(world.signIn());
        world.provider.server.authorizationEndpoint.setScheme(QStringLiteral("https"));
        world.provider.server.authorizationEndpoint.setAuthority(server);
        world.catalog.add(world.provider);
        world.run(getOperation, {protocol, host, {}, {}});
        QTEST(world.outcome.out.startsWith(QLatin1String("username=ada-demo\n")), "isAnswered");
        QCOMPARE(world.outcome.err, QString());
    }

    void aServerThatIsNamedLikeGistsAnswersForItself()
    {
        World world;
        QVERIFY(world.signIn());
        Provider gists = world.provider;
        gists.id = QStringLiteral("gists");
        gists.server.authorizationEndpoint = QUrl(QStringLiteral("https://gist.example.org/login"));
        world.provider.server.authorizationEndpoint = QUrl(QStringLiteral("https://example.org/login"));
        world.catalog.add(world.provider);
        world.catalog.add(gists);
        QVERIFY(world.registry.add({gists.id, gists.name, gists.host(), {QStringLiteral("7"), QStringLiteral("grace"), {}}}));
        StoredSession entry = world.stored();
        entry.identity = {QStringLiteral("7"), QStringLiteral("grace"), {}};
        world.store.entries[QStringLiteral("gists/7")] = entry.toEntry();
        world.run(getOperation, {QStringLiteral("https"), QStringLiteral("gist.example.org"), {}, {}});
        QVERIFY2(world.outcome.out.startsWith(QLatin1String("username=grace\n")), qPrintable(world.outcome.err));
        world.run(getOperation, {QStringLiteral("https"), QStringLiteral("gist.example.org"), QStringLiteral("ada-demo"), {}});
        QVERIFY(world.outcome.out.startsWith(QLatin1String("username=ada-demo\n")));
    }

    void anyCaseOfTheLoginAndTheNameOfToolsAreMeant()
    {
        World world;
        QVERIFY(world.signIn());
        for (const char *name : {"ada-demo", "Ada-Demo", "x-access-token", "x-oauth-basic", "oauth2", "git"}) {
            world.run(getOperation, world.message(QLatin1String(name)));
            QVERIFY2(world.outcome.out.startsWith(QLatin1String("username=ada-demo\n")), name);
        }
    }

    void nobodySignedInIsNoError()
    {
        World world;
        world.run(getOperation, world.message());
        QCOMPARE(world.outcome.out + world.outcome.err, QString());
        QCOMPARE(world.outcome.code, cli::Done);
    }

    void oldTokenIsRefreshedFirst()
    {
        World world;
        QVERIFY(world.signIn());
        const QString old = world.token();
        world.setLifetimeLeft(std::chrono::seconds(10));
        world.run(getOperation, world.message());
        QVERIFY(world.token() != old);
        QVERIFY(world.outcome.out.contains(world.token()));
    }

    void storeAndOperationsOfOtherVersionsAreIgnored()
    {
        World world;
        QVERIFY(world.signIn());
        const auto entries = world.store.entries;
        for (const char *operation : {"store", "approve", ""}) {
            world.run(QLatin1String(operation), world.message(QStringLiteral("ada-demo"), QStringLiteral("other")));
            QCOMPARE(world.outcome.out + world.outcome.err, QString());
            QCOMPARE(world.outcome.code, cli::Done);
        }
        QCOMPARE(world.store.entries, entries);
    }

    void refusedTokenIsReplacedForTheNextGet()
    {
        World world;
        QVERIFY(world.signIn());
        const QString refused = world.token();
        world.run(eraseOperation, world.message(QStringLiteral("ada-demo"), refused));
        QCOMPARE(world.outcome.code, cli::Done);
        QVERIFY(world.token() != refused);
        world.run(getOperation, world.message());
        QVERIFY(world.outcome.out.contains(world.token()));
        QCOMPARE(world.registry.accounts().size(), 1);
    }

    void passwordThatIsNotInUseAnyMoreChangesNothing()
    {
        World world;
        QVERIFY(world.signIn());
        const QString token = world.token();
        for (const QString &password : {QStringLiteral("old-token"), QString()}) {
            world.run(eraseOperation, world.message(QStringLiteral("ada-demo"), password));
            QCOMPARE(world.token(), token);
            QCOMPARE(world.outcome.code, cli::Done);
        }
    }

    void refusedTokenThatCannotBeReplacedIsToldInWords()
    {
        World world;
        QVERIFY(world.signIn());
        StoredSession entry = world.stored();
        entry.tokens.refreshToken.clear();
        entry.tokens.expiresAt = {};
        world.store.entries[world.key] = entry.toEntry();
        world.run(eraseOperation, world.message({}, world.token()));
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("sign-in")));
    }

    void keychainThatRefusesIsToldInWords()
    {
        World world;
        QVERIFY(world.signIn());
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("access_denied")};
        world.run(getOperation, world.message());
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("did not let Latchkey in")));
    }

    void sessionThatTheServerHasEndedIsToldInWords()
    {
        World world;
        QVERIFY(world.signIn());
        world.setLifetimeLeft(std::chrono::seconds(-10));
        world.server.revokeEverything();
        world.run(getOperation, world.message());
        QCOMPARE(world.outcome.out, QString());
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("latchkey sign-in")));
    }
};

} // namespace tst_gitcredential

LATCHKEY_TEST(tst_gitcredential, GitCredentialTest, QCoreApplication)

#include "tst_gitcredential.moc"
