// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providercatalog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

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

QString nameOf(const ProviderCatalog &catalog, const char *id)
{
    const auto found = catalog.find(QLatin1String(id));
    return found ? found->name : QString();
}

} // namespace

class TestProviderCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gitHubIsBuiltInAndHasNoSecret();
    void firstFolderWins();
    void usersFileReplacesABuiltInOne();
    void firstFileByNameWinsWithinAFolder();
    void brokenFileIsAProblemAndTheOthersLoad();
    void brokenFileDoesNotHideTheNextWithItsId();
    void otherFilesAreNotRead();
    void hugeFileIsAProblem();
    void idIsOpened();
    void fileIsOpenedByItsPath();
    void brokenFileIsRefusedByItsPath();
    void unknownIdNamesTheKnownOnes();
    void addedOneComesFirst();
    void foldersAreTheUsersFirst();
};

void TestProviderCatalog::gitHubIsBuiltInAndHasNoSecret()
{
    const ProviderCatalog catalog({QStringLiteral("/does/not/exist")});
    QVERIFY(catalog.problems().isEmpty());
    QCOMPARE(catalog.providers().size(), 1);
    const Provider &gitHub = catalog.providers().first();
    QCOMPARE(gitHub.id, QStringLiteral("github"));
    QCOMPARE(gitHub.name, QStringLiteral("GitHub"));
    QCOMPARE(gitHub.hasClientId(), !gitHub.client.clientId.isEmpty());
    QVERIFY(gitHub.client.clientSecret.isEmpty());
    QVERIFY(!gitHub.needsDiscovery());
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
    QCOMPARE(catalog.providers().size(), 3);
    QVERIFY(catalog.problems().isEmpty());
}

void TestProviderCatalog::usersFileReplacesABuiltInOne()
{
    World world;
    world.write(world.systems, "github.json", fileFor("github", "mine"));
    const ProviderCatalog catalog = world.catalog();
    QCOMPARE(catalog.providers().size(), 1);
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
    QCOMPARE(catalog.providers().size(), 1);
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
    QVERIFY(text.contains(QLatin1String("acme, github")));
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

QTEST_GUILESS_MAIN(TestProviderCatalog)
#include "tst_providercatalog.moc"
