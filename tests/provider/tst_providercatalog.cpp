// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providercatalog.h"

#include "result/printabletext.h"
#include "support/test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tst_providercatalog {

QByteArray fileFor(const char *id, const char *name)
{
    return QByteArray("{\"id\": \"") + id + "\", \"name\": \"" + name + "\", \"client_id\": \"c\"}";
}

struct World
{
    QTemporaryDir root;
    QString users = root.filePath(QStringLiteral("user"));
    QString systems = root.filePath(QStringLiteral("system"));

    World()
    {
        if (!QDir().mkpath(users) || !QDir().mkpath(systems))
            qFatal("no temporary folder");
    }

    static QString write(const QString &folder, const char *name, const QByteArray &content)
    {
        const QString path = folder + QLatin1Char('/') + QLatin1String(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no temporary file");
        return path;
    }
    ProviderCatalog catalog() const { return ProviderCatalog({users, systems}); }
};

qsizetype builtInCount()
{
    return ProviderCatalog(QStringList()).providers().size();
}

/// The provider that the catalog opens; an empty one if it refuses.
Provider opened(const ProviderCatalog &catalog, const char *idOrFile)
{
    const auto outcome = catalog.open(QLatin1String(idOrFile));
    const auto *provider = std::get_if<Provider>(&outcome);
    return provider ? *provider : Provider();
}

QString refusal(const ProviderCatalog &catalog, const char *idOrFile)
{
    const auto outcome = catalog.open(QLatin1String(idOrFile));
    const auto *problem = std::get_if<ProviderProblem>(&outcome);
    return problem ? problem->text() : QString();
}

QString nameOf(const ProviderCatalog &catalog, const char *id)
{
    const auto found = catalog.find(QLatin1String(id));
    return found ? found->name : QString();
}

class TestProviderCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBuildMayHaveAClientIdForGitHub();
    void aPersonsClientIdWinsOverThatOfTheBuild();
    void gitHubIsBuiltInAndHasNoSecret();
    void firstFolderWins();
    void usersFileReplacesABuiltInOne();
    void firstFileByNameWinsWithinAFolder();
    void brokenFileIsAProblemAndTheOthersLoad();
    void unknownKeyIsANoticeAndTheFileLoads();
    void brokenFileDoesNotHideTheNextWithItsId();
    void otherFilesAreNotRead();
    void hugeFileIsAProblem();
    void idIsOpened();
    void fileIsOpenedByItsPath();
    void brokenFileIsRefusedByItsPath();
    void unknownIdNamesTheKnownOnes();
    void addedOneComesFirst();
    void foldersAreTheUsersFirst();
    void gitHubElsewhereIsEnterprise_data();
    void gitHubElsewhereIsEnterprise();
    void gitLabIsAtHomeAndAnywhere();
    void forgesSpeakOpenId_data();
    void forgesSpeakOpenId();
    void anyIssuerIsAProvider_data();
    void anyIssuerIsAProvider();
    void otherIssuerKeepsTheRegistration();
    void badPlaceIsRefusedInWords_data();
    void badPlaceIsRefusedInWords();
    void registrationAloneCompletesABuiltInProvider();
    void registrationAloneCompletesAProviderAtAHost();
    void fileThatNamesAServerIsNotCompleted();
    void usersTemplateServesAnyHost();
    void brokenTemplateIsAProblem();
    void templateByItsPathSaysWhatToDo();
};

void TestProviderCatalog::aBuildMayHaveAClientIdForGitHub()
{
    const QString clientId = QStringLiteral("Ov23liPackage");
    const ProviderCatalog catalog({}, {}, clientId);
    const auto gitHub = catalog.find(QStringLiteral("github"));
    QCOMPARE(gitHub->client.clientId, clientId);
    QVERIFY(gitHub->canUseCodes());
    QVERIFY(!gitHub->canUsePages()); // Those take a secret, which no build has.
    for (const char *other : {"ghes@git.example.org", "ghe@acme.ghe.com", "gitlab"})
        QVERIFY2(!opened(catalog, other).hasClientId(), other);
}

void TestProviderCatalog::aPersonsClientIdWinsOverThatOfTheBuild()
{
    const World world;
    world.write(world.users, "github.json", R"({"id": "github", "client_id": "mine"})");
    const ProviderCatalog catalog({world.users}, {}, QStringLiteral("Ov23liPackage"));
    QCOMPARE(catalog.find(QStringLiteral("github"))->client.clientId, QStringLiteral("mine"));
}

void TestProviderCatalog::gitHubIsBuiltInAndHasNoSecret()
{
    const ProviderCatalog catalog({QStringLiteral("/does/not/exist")});
    QVERIFY(catalog.problems().isEmpty());
    const auto found = catalog.find(QStringLiteral("github"));
    QVERIFY(found);
    const Provider &gitHub = *found;
    QCOMPARE(gitHub.name, QStringLiteral("GitHub"));
    QCOMPARE(gitHub.hasClientId(), !gitHub.client.clientId.isEmpty());
    QVERIFY(gitHub.client.clientSecret.isEmpty());
    QVERIFY(!gitHub.needsDiscovery());
    QVERIFY(gitHub.needsSecretForPages);
    QCOMPARE(gitHub.server.deviceAuthorizationEndpoint, QUrl(QStringLiteral("https://github.com/login/device/code")));
}

void TestProviderCatalog::firstFolderWins()
{
    World world;
    world.write(world.users, "z.json", fileFor("acme", "the user's"));
    world.write(world.systems, "a.json", fileFor("acme", "the system's"));
    world.write(world.systems, "b.json", fileFor("other", "the system's"));
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(nameOf(catalog, "acme"), QStringLiteral("the user's"));
    QCOMPARE(nameOf(catalog, "other"), QStringLiteral("the system's"));
    QCOMPARE(catalog.providers().size(), builtInCount() + 2);
    QVERIFY(catalog.problems().isEmpty());
}

void TestProviderCatalog::usersFileReplacesABuiltInOne()
{
    World world;
    world.write(world.systems, "github.json", fileFor("github", "mine"));
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(catalog.providers().size(), builtInCount());
    QCOMPARE(nameOf(catalog, "github"), QStringLiteral("mine"));
    QCOMPARE(catalog.providers().first().client.clientId, QStringLiteral("c"));
}

void TestProviderCatalog::firstFileByNameWinsWithinAFolder()
{
    World world;
    world.write(world.users, "b.json", fileFor("acme", "b"));
    world.write(world.users, "a.json", fileFor("acme", "a"));
    QCOMPARE(nameOf(world.catalog(), "acme"), QStringLiteral("a"));
}

void TestProviderCatalog::brokenFileIsAProblemAndTheOthersLoad()
{
    World world;
    const QString broken = world.write(world.users, "a.json", "{");
    const QString wrong =
        world.write(world.users, "b.json", R"({"id": "b", "client_id": "c", "token_endpoint": "http://b.example"})");
    world.write(world.users, "c.json", fileFor("c", "good"));
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(nameOf(catalog, "c"), QStringLiteral("good"));
    QCOMPARE(catalog.problems().size(), 2);
    QCOMPARE(catalog.problems().at(0).file, broken);
    QCOMPARE(catalog.problems().at(1).file, wrong);
    QCOMPARE(catalog.problems().at(1).key, QStringLiteral("token_endpoint"));
    QVERIFY(catalog.problems().at(1).text().startsWith(wrong + QStringLiteral(": token_endpoint: ")));
    QVERIFY(!catalog.find(QStringLiteral("b")));
}

void TestProviderCatalog::unknownKeyIsANoticeAndTheFileLoads()
{
    World world;
    world.write(world.users, "acme.json", R"({"id": "acme", "client_id": "c", "comment": "hi", "a\u001b[31mb": 1})");
    world.write(world.users, "gitlab.json", R"({"id": "gitlab", "client_id": "c", "issuer": null, "note": 1})");
    const ProviderCatalog catalog = world.catalog();
    QVERIFY(catalog.problems().isEmpty());
    QCOMPARE(catalog.notices().size(), 3);
    for (const ProviderProblem &notice : catalog.notices())
        QVERIFY2(isPrintable(notice.text()) && notice.text().endsWith(QStringLiteral("is not known, and is ignored")),
                 qPrintable(notice.text()));
    // A key that nobody knows does not make it a file of its own server.
    QCOMPARE(catalog.find(QStringLiteral("gitlab"))->host(), QStringLiteral("gitlab.com"));
}

void TestProviderCatalog::brokenFileDoesNotHideTheNextWithItsId()
{
    World world;
    world.write(world.users, "github.json", R"({"id": "github"})");
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(catalog.problems().size(), 1);
    QCOMPARE(catalog.problems().first().key, QStringLiteral("client_id"));
    QCOMPARE(nameOf(catalog, "github"), QStringLiteral("GitHub"));
}

void TestProviderCatalog::otherFilesAreNotRead()
{
    World world;
    world.write(world.users, "acme.json.bak", fileFor("acme", "old"));
    world.write(world.users, "README", "text");
    QVERIFY(QDir(world.users).mkdir(QStringLiteral("folder.json")));
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(catalog.providers().size(), builtInCount());
    QVERIFY(catalog.problems().isEmpty());
}

void TestProviderCatalog::hugeFileIsAProblem()
{
    World world;
    world.write(world.users, "a.json", fileFor("acme", "a") + QByteArray(100'000, ' '));
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(catalog.problems().size(), 1);
    QVERIFY(catalog.problems().first().reason.contains(QLatin1String("too large")));
}

void TestProviderCatalog::idIsOpened()
{
    World world;
    world.write(world.users, "a.json", fileFor("acme", "Acme"));
    const auto outcome = world.catalog().open(QStringLiteral("acme"));
    QVERIFY(std::holds_alternative<Provider>(outcome));
    QCOMPARE(std::get<Provider>(outcome).name, QStringLiteral("Acme"));
}

void TestProviderCatalog::fileIsOpenedByItsPath()
{
    World world;
    const QString path = world.write(world.root.path(), "mine.txt", fileFor("acme", "Acme"));
    const auto outcome = world.catalog().open(path);
    QVERIFY(std::holds_alternative<Provider>(outcome));
    QCOMPARE(std::get<Provider>(outcome).id, QStringLiteral("acme"));
}

void TestProviderCatalog::brokenFileIsRefusedByItsPath()
{
    World world;
    const QString path = world.write(world.root.path(), "mine.json", R"({"id": "acme"})");
    const auto outcome = world.catalog().open(path);
    QVERIFY(std::holds_alternative<ProviderProblem>(outcome));
    QCOMPARE(std::get<ProviderProblem>(outcome).file, path);
    QCOMPARE(std::get<ProviderProblem>(outcome).key, QStringLiteral("client_id"));
    QVERIFY(std::holds_alternative<ProviderProblem>(world.catalog().open(world.root.path())));
}

void TestProviderCatalog::unknownIdNamesTheKnownOnes()
{
    World world;
    world.write(world.users, "a.json", fileFor("acme", "Acme"));
    const auto outcome = world.catalog().open(QStringLiteral("acne"));
    QVERIFY(std::holds_alternative<ProviderProblem>(outcome));
    const QString text = std::get<ProviderProblem>(outcome).text();
    QVERIFY(text.startsWith(QLatin1String("acne: ")));
    QVERIFY(text.contains(QLatin1String("acme, codeberg, github")));
}

void TestProviderCatalog::addedOneComesFirst()
{
    World world;
    world.write(world.users, "a.json", fileFor("acme", "from a file"));
    ProviderCatalog catalog = world.catalog();
    Provider added;
    added.id = QStringLiteral("acme");
    added.name = QStringLiteral("added");
    catalog.add(added);
    QCOMPARE(nameOf(catalog, "acme"), QStringLiteral("added"));
    QCOMPARE(catalog.providers().first().name, QStringLiteral("added"));
}

void TestProviderCatalog::foldersAreTheUsersFirst()
{
    World world;
    qputenv("XDG_CONFIG_HOME", world.users.toLocal8Bit());
    qputenv("XDG_CONFIG_DIRS", world.systems.toLocal8Bit());
    QCOMPARE(providerFolders().mid(0, 2), QStringList({world.users + QStringLiteral("/latchkey/providers"),
                                                       world.systems + QStringLiteral("/latchkey/providers")}));
}

void TestProviderCatalog::gitHubElsewhereIsEnterprise_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("graphql");
    QTest::newRow("server") << QByteArray("ghes@git.example.org") << QStringLiteral("ghes@git.example.org")
                            << QStringLiteral("https://git.example.org/api/v3")
                            << QStringLiteral("https://git.example.org/api/graphql");
    QTest::newRow("github at a server") << QByteArray("github@Git.Example.org:8443") << QStringLiteral("ghes@git.example.org:8443")
                                        << QStringLiteral("https://git.example.org:8443/api/v3")
                                        << QStringLiteral("https://git.example.org:8443/api/graphql");
    QTest::newRow("ghe.com") << QByteArray("github@acme.ghe.com") << QStringLiteral("ghe@acme.ghe.com")
                             << QStringLiteral("https://api.acme.ghe.com") << QStringLiteral("https://api.acme.ghe.com/graphql");
    QTest::newRow("server kind at ghe.com") << QByteArray("ghes@acme.GHE.com") << QStringLiteral("ghe@acme.ghe.com")
                                            << QStringLiteral("https://api.acme.ghe.com")
                                            << QStringLiteral("https://api.acme.ghe.com/graphql");
    QTest::newRow("github.com") << QByteArray("github@github.com") << QStringLiteral("github")
                                << QStringLiteral("https://api.github.com") << QStringLiteral("https://api.github.com/graphql");
    QTest::newRow("server kind at github.com") << QByteArray("ghes@GitHub.com") << QStringLiteral("github")
                                               << QStringLiteral("https://api.github.com") << QStringLiteral("https://api.github.com/graphql");
    QTest::newRow("this computer") << QByteArray("ghes@127.0.0.1:8080") << QStringLiteral("ghes@127.0.0.1:8080")
                                   << QStringLiteral("http://127.0.0.1:8080/api/v3")
                                   << QStringLiteral("http://127.0.0.1:8080/api/graphql");
}

void TestProviderCatalog::gitHubElsewhereIsEnterprise()
{
    QFETCH(QByteArray, typed);
    QFETCH(QString, id);
    QFETCH(QString, api);
    QFETCH(QString, graphql);
    const Provider provider = opened(ProviderCatalog(QStringList()), typed.constData());
    QCOMPARE(provider.id, id);
    QVERIFY(provider.api == Provider::Api::GitHub);
    QCOMPARE(provider.apiBaseUrl.toString(), api);
    QCOMPARE(provider.graphqlUrl.toString(), graphql);
    const QUrl signIn = provider.server.authorizationEndpoint;
    QCOMPARE(signIn.path(), QStringLiteral("/login/oauth/authorize"));
    QCOMPARE(provider.server.tokenEndpoint, signIn.resolved(QUrl(QStringLiteral("/login/oauth/access_token"))));
    QCOMPARE(provider.server.deviceAuthorizationEndpoint, signIn.resolved(QUrl(QStringLiteral("/login/device/code"))));
    QVERIFY(id.endsWith(provider.authority()) || id == QLatin1String("github"));
}

void TestProviderCatalog::gitLabIsAtHomeAndAnywhere()
{
    const ProviderCatalog catalog{QStringList()};
    const Provider atHome = opened(catalog, "gitlab");
    QCOMPARE(atHome.host(), QStringLiteral("gitlab.com"));
    QCOMPARE(opened(catalog, "gitlab@gitlab.com").id, QStringLiteral("gitlab"));
    const Provider elsewhere = opened(catalog, "gitlab@git.example.org");
    QCOMPARE(elsewhere.id, QStringLiteral("gitlab@git.example.org"));
    QCOMPARE(elsewhere.server.issuer, QUrl(QStringLiteral("https://git.example.org")));
    QCOMPARE(elsewhere.server.deviceAuthorizationEndpoint, QUrl(QStringLiteral("https://git.example.org/oauth/authorize_device")));
    QCOMPARE(elsewhere.server.revocationEndpoint, QUrl(QStringLiteral("https://git.example.org/oauth/revoke")));
    QVERIFY(!elsewhere.needsDiscovery());
}

void TestProviderCatalog::forgesSpeakOpenId_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("host");
    QTest::newRow("codeberg") << QByteArray("codeberg") << QStringLiteral("codeberg.org");
    QTest::newRow("gitea") << QByteArray("gitea@tea.example") << QStringLiteral("tea.example");
    QTest::newRow("forgejo") << QByteArray("forgejo@forge.example") << QStringLiteral("forge.example");
}

void TestProviderCatalog::forgesSpeakOpenId()
{
    QFETCH(QByteArray, typed);
    QFETCH(QString, host);
    const Provider provider = opened(ProviderCatalog(QStringList()), typed.constData());
    const QUrl home(QStringLiteral("https://") + host);
    QVERIFY(provider.api == Provider::Api::Oidc);
    QCOMPARE(provider.host(), host);
    QCOMPARE(provider.server.authorizationEndpoint, home.resolved(QUrl(QStringLiteral("/login/oauth/authorize"))));
    QCOMPARE(provider.server.tokenEndpoint, home.resolved(QUrl(QStringLiteral("/login/oauth/access_token"))));
    QCOMPARE(provider.identityUrl(), home.resolved(QUrl(QStringLiteral("/login/oauth/userinfo"))));
    QVERIFY(provider.server.deviceAuthorizationEndpoint.isEmpty());
}

void TestProviderCatalog::anyIssuerIsAProvider_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("issuer");
    const auto row = [](const char *typed, const char *id, const char *issuer) {
        QTest::newRow(typed) << QByteArray(typed) << QString::fromLatin1(id) << QString::fromLatin1(issuer);
    };
    row("https://sso.example.org", "openid@sso.example.org", "https://sso.example.org");
    row("https://sso.example.org/", "openid@sso.example.org/", "https://sso.example.org/");
    row("https://sso.example.org/realms/Staff", "openid@sso.example.org/realms/Staff", "https://sso.example.org/realms/Staff");
    row("openid@sso.example.org/realms/Staff", "openid@sso.example.org/realms/Staff", "https://sso.example.org/realms/Staff");
    row("http://127.0.0.1:9000", "openid@127.0.0.1:9000", "http://127.0.0.1:9000");
}

void TestProviderCatalog::anyIssuerIsAProvider()
{
    QFETCH(QByteArray, typed);
    QFETCH(QString, id);
    QFETCH(QString, issuer);
    const Provider provider = opened(ProviderCatalog(QStringList()), typed.constData());
    QCOMPARE(provider.id, id);
    QCOMPARE(provider.server.issuer.toString(QUrl::FullyEncoded), issuer);
    QVERIFY(provider.needsDiscovery());
    QCOMPARE(opened(ProviderCatalog(QStringList()), id.toLatin1().constData()).server.issuer, provider.server.issuer);
}

void TestProviderCatalog::otherIssuerKeepsTheRegistration()
{
    const ProviderCatalog catalog{QStringList()};
    const QUrl issuer(QStringLiteral("https://sso.example.org/realms/a/"));
    Provider any = opened(catalog, "https://sso.example.org");
    any.client.clientId = QStringLiteral("c");
    const Provider named = catalog.withIssuer(any, issuer);
    QCOMPARE(named.id, QStringLiteral("openid@sso.example.org/realms/a/"));
    QCOMPARE(named.server.issuer, issuer);
    QCOMPARE(named.client.clientId, QStringLiteral("c"));

    Provider own = any;
    own.id = QStringLiteral("acme");
    QCOMPARE(catalog.withIssuer(own, issuer).id, QStringLiteral("acme"));
    QCOMPARE(catalog.withIssuer(own, issuer).server.issuer, issuer);
}

void TestProviderCatalog::badPlaceIsRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *typed, const char *hint) { QTest::newRow(typed) << QByteArray(typed) << QString::fromLatin1(hint); };
    row("ghes@git.example.org/path", "without a path");
    row("ghes@git example", "without spaces");
    row("gitlab@https://git.example.org", "without 'https://'");
    row("gitea@", "empty");
    row("github@", "empty");
    row("ghes@git.example.org:x", "number");
    row("ghes@ada@git.example.org", "without a user name");
    row("nothing@git.example.org", "known:");
    row("http://sso.example.org", "https://");
    row("https://sso.example.org/../admin", "issuer");
    row("https://sso.example.org/a?b=c", "issuer");
    row("https://sso.example.org#x", "path");
    row("https://ada@sso.example.org", "user name");
}

void TestProviderCatalog::badPlaceIsRefusedInWords()
{
    QFETCH(QByteArray, typed);
    QFETCH(QString, hint);
    const QString text = refusal(ProviderCatalog(QStringList()), typed.constData());
    QVERIFY2(text.contains(hint), qPrintable(text));
}

void TestProviderCatalog::registrationAloneCompletesABuiltInProvider()
{
    World world;
    world.write(world.users, "gitlab.json", R"({"id": "gitlab", "client_id": "mine", "client_secret_in": "keychain"})");
    const ProviderCatalog catalog = world.catalog();
    QVERIFY(catalog.problems().isEmpty());
    const auto gitLab = catalog.find(QStringLiteral("gitlab"));
    QCOMPARE(gitLab->client.clientId, QStringLiteral("mine"));
    QVERIFY(gitLab->hasSecretInKeychain);
    QCOMPARE(gitLab->server.tokenEndpoint, QUrl(QStringLiteral("https://gitlab.com/oauth/token")));
    QCOMPARE(catalog.providers().size(), builtInCount());
}

void TestProviderCatalog::registrationAloneCompletesAProviderAtAHost()
{
    World world;
    world.write(world.users, "a.json", R"({"id": "ghes@git.example.org", "client_id": "mine", "redirect_port": 4000})");
    const ProviderCatalog catalog = world.catalog();
    QVERIFY(catalog.problems().isEmpty());
    for (const char *typed : {"ghes@git.example.org", "github@GIT.example.org"}) {
        const Provider provider = opened(catalog, typed);
        QCOMPARE(provider.client.clientId, QStringLiteral("mine"));
        QCOMPARE(provider.client.redirectPort, 4000);
        QCOMPARE(provider.apiBaseUrl, QUrl(QStringLiteral("https://git.example.org/api/v3")));
    }
    QVERIFY(!opened(catalog, "ghes@other.example.org").hasClientId());
}

void TestProviderCatalog::fileThatNamesAServerIsNotCompleted()
{
    World world;
    world.write(world.users, "a.json",
                R"({"id": "github", "client_id": "c", "api_base_url": "https://mine.example/api",
                    "authorization_endpoint": "https://mine.example/a", "token_endpoint": "https://mine.example/t"})");
    const auto gitHub = world.catalog().find(QStringLiteral("github"));
    QCOMPARE(gitHub->client.clientId, QStringLiteral("c"));
    QVERIFY(gitHub->server.deviceAuthorizationEndpoint.isEmpty());
    QVERIFY(gitHub->registrationPage.isEmpty());
}

void TestProviderCatalog::usersTemplateServesAnyHost()
{
    World world;
    world.write(world.users, "a.json",
                R"({"id": "acme", "name": "Acme", "client_id": "shared", "issuer": "https://login.{host}/{host}"})");
    const ProviderCatalog catalog = world.catalog();
    QVERIFY(catalog.problems().isEmpty());
    const Provider provider = opened(catalog, "acme@a.example");
    QCOMPARE(provider.server.issuer, QUrl(QStringLiteral("https://login.a.example/a.example")));
    QCOMPARE(provider.client.clientId, QStringLiteral("shared"));
    QVERIFY(!catalog.find(QStringLiteral("acme")));
}

void TestProviderCatalog::brokenTemplateIsAProblem()
{
    World world;
    const QString wrong = world.write(world.users, "a.json", R"({"id": "acme", "token_endpoint": "ftp://{host}/t"})");
    world.write(world.users, "b.json", R"({"id": "b", "host": "no host", "issuer": "https://{host}"})");
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(catalog.problems().size(), 2);
    QCOMPARE(catalog.problems().first().file, wrong);
    QCOMPARE(catalog.problems().first().key, QStringLiteral("token_endpoint"));
    QCOMPARE(catalog.problems().last().key, QStringLiteral("host"));
}

void TestProviderCatalog::templateByItsPathSaysWhatToDo()
{
    World world;
    const QString path = world.write(world.root.path(), "t.json", R"({"id": "acme", "issuer": "https://{host}"})");
    QVERIFY(refusal(world.catalog(), path.toLatin1().constData()).contains(QLatin1String("{host}")));
}

} // namespace tst_providercatalog

LATCHKEY_TEST(tst_providercatalog, TestProviderCatalog, QCoreApplication)

#include "tst_providercatalog.moc"
