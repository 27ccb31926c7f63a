// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/heldtokenstore.h"

#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "support/answers.h"
#include "support/test.h"

#include <QDir>
#include <QTemporaryDir>

namespace tst_ownregistrations {

const QString secret = QStringLiteral("s3cret-0123456789");

struct World
{
    /// A provider from the catalog, with the client ID and secret that a person has typed.
    Provider registered(const QString &id, const QString &clientId, const QString &clientSecret = {}) const
    {
        const auto found = ProviderCatalog({folder}).open(id);
        if (!std::holds_alternative<Provider>(found))
            qFatal("no such provider");
        Provider provider = std::get<Provider>(found);
        provider.client = registrationTyped(provider.client, clientId, clientSecret);
        return provider;
    }

    Provider reloaded(const QString &id) const { return std::get<Provider>(ProviderCatalog({folder}).open(id)); }

    /// The content of all files in the folder.
    QByteArray filesContent() const
    {
        QByteArray content;
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                content += file.readAll();
        }
        return content;
    }

    QTemporaryDir root;
    QString folder = root.filePath(QStringLiteral("latchkey/providers"));
    HeldTokenStore store;
    OwnRegistrations registrations{folder, store};
    QObject context;
    Answers<KeptRegistration> kept;
    Answers<Provider> completed;
};

class TestOwnRegistrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientIdSurvivesARestart_data();
    void clientIdSurvivesARestart();
    void secretIsInTheTokenStoreAndInNoFile();
    void secretIsReadFromTheTokenStore();
    void unreadableSecretIsAnError();
    void secretThatCannotBeStoredIsReportedAndStillUsed();
    void registrationWithoutSecretRemovesTheOldSecret();
    void handWrittenFileKeepsItsOtherMembersButNoSecret();
    void malformedRegistrationIsRefusedAndNotKept_data();
    void malformedRegistrationIsRefusedAndNotKept();
    void pastedRegistrationIsKeptWithoutWhatIsAroundIt();
    void unwritableFolderIsAnError();
    void receiverIsNotCalledAfterItsContextIsGone();
};

void TestOwnRegistrations::clientIdSurvivesARestart_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"github", "ghes@git.example.org:8443", "openid@sso.example.org/realms/Staff"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestOwnRegistrations::clientIdSurvivesARestart()
{
    QFETCH(QString, id);
    World world;
    Provider provider = world.registered(id, QStringLiteral("  Iv1.abc \n"));
    provider.client.redirectPort = 4711;
    world.registrations.keep(provider, &world.context, world.kept.receiver());
    QCOMPARE(world.kept.count, 0);
    EXPECT_SUCCESS(world.kept);
    QVERIFY(ProviderCatalog({world.folder}).problems().isEmpty());
    const Provider reloaded = world.reloaded(id);
    QCOMPARE(reloaded.id, id);
    QCOMPARE(reloaded.client.clientId, QStringLiteral("Iv1.abc"));
    QCOMPARE(reloaded.client.redirectPort, 4711);
    QCOMPARE(reloaded.server.tokenEndpoint, provider.server.tokenEndpoint);
    QVERIFY(!reloaded.hasSecretInKeychain);
}

void TestOwnRegistrations::secretIsInTheTokenStoreAndInNoFile()
{
    World world;
    const Provider provider = world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc"), secret + QLatin1Char(' '));
    world.registrations.keep(provider, &world.context, world.kept.receiver());
    EXPECT_SUCCESS(world.kept);
    QVERIFY(!(*world.kept.last)->secretError);
    QCOMPARE(world.store.entries.value(QStringLiteral("client/github")), secret.toLatin1());
    QVERIFY(world.filesContent().contains("Iv1.abc"));
    QVERIFY(!world.filesContent().contains(secret.toLatin1()));
}

void TestOwnRegistrations::secretIsReadFromTheTokenStore()
{
    World world;
    world.registrations.keep(world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc"), secret), &world.context,
                             world.kept.receiver());
    EXPECT_SUCCESS(world.kept);
    const Provider reloaded = world.reloaded(QStringLiteral("github"));
    QVERIFY(reloaded.hasSecretInKeychain);
    QVERIFY(reloaded.client.clientSecret.isEmpty());
    world.registrations.complete(reloaded, &world.context, world.completed.receiver());
    EXPECT_SUCCESS(world.completed);
    QCOMPARE((*world.completed.last)->client.clientSecret, secret);
}

void TestOwnRegistrations::unreadableSecretIsAnError()
{
    World world;
    Provider provider = world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc"));
    provider.hasSecretInKeychain = true;
    world.registrations.complete(provider, &world.context, world.completed.receiver());
    EXPECT_ERROR(world.completed, Error::Kind::Storage, "entry_not_found");
}

void TestOwnRegistrations::secretThatCannotBeStoredIsReportedAndStillUsed()
{
    World world;
    world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
    world.registrations.keep(world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc"), secret), &world.context,
                             world.kept.receiver());
    EXPECT_SUCCESS(world.kept);
    const KeptRegistration &kept = **world.kept.last;
    QCOMPARE(kept.secretError->code, QStringLiteral("unavailable"));
    QCOMPARE(kept.provider.client.clientSecret, secret);
    QVERIFY(!kept.provider.hasSecretInKeychain);
    QVERIFY(!world.reloaded(QStringLiteral("github")).hasSecretInKeychain);
    QVERIFY(!world.filesContent().contains(secret.toLatin1()));
}

void TestOwnRegistrations::registrationWithoutSecretRemovesTheOldSecret()
{
    World world;
    world.store.entries.insert(QStringLiteral("client/github"), "old");
    world.registrations.keep(world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc")), &world.context,
                             world.kept.receiver());
    EXPECT_SUCCESS(world.kept);
    QVERIFY(world.store.entries.isEmpty());
}

void TestOwnRegistrations::handWrittenFileKeepsItsOtherMembersButNoSecret()
{
    World world;
    QDir().mkpath(world.folder);
    QFile file(world.folder + QStringLiteral("/github.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"id": "github", "client_id": "old", "client_secret": "old-secret", "scope": "repo"})");
    file.close();
    world.registrations.keep(world.registered(QStringLiteral("github"), QStringLiteral("new"), secret), &world.context,
                             world.kept.receiver());
    EXPECT_SUCCESS(world.kept);
    const Provider reloaded = world.reloaded(QStringLiteral("github"));
    QCOMPARE(reloaded.client.clientId, QStringLiteral("new"));
    QCOMPARE(reloaded.client.scope, QStringLiteral("repo"));
    QVERIFY(reloaded.client.clientSecret.isEmpty());
    QVERIFY(!world.filesContent().contains("old-secret"));
}

void TestOwnRegistrations::pastedRegistrationIsKeptWithoutWhatIsAroundIt()
{
    const oauth::ClientRegistration client = registrationTyped({}, QStringLiteral(" \u200bIv1.abc\u00a0"), QStringLiteral("\"s3cret\"\n"));
    QCOMPARE(client.clientId, QStringLiteral("Iv1.abc"));
    QCOMPARE(client.clientSecret, QStringLiteral("s3cret"));
    QVERIFY(!refusalOf(client));
}

void TestOwnRegistrations::malformedRegistrationIsRefusedAndNotKept_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("clientSecret");
    QTest::addColumn<QString>("code");
    const QString badId = QStringLiteral("malformed_client_id");
    const QString badSecret = QStringLiteral("malformed_client_secret");
    QTest::newRow("no id") << QStringLiteral(" ") << secret << badId;
    QTest::newRow("space in the id") << QStringLiteral("Iv1 abc") << secret << badId;
    QTest::newRow("line break in the id") << QStringLiteral("Iv1\nabc") << QString() << badId;
    QTest::newRow("id with a non-ASCII character") << QStringLiteral("Iv1…") << QString() << badId;
    QTest::newRow("line break in the secret") << QStringLiteral("Iv1.abc") << QStringLiteral("a\r\nb") << badSecret;
    QTest::newRow("null character in the secret") << QStringLiteral("Iv1.abc") << QStringLiteral("a") + QChar(0) + QLatin1Char('b') << badSecret;
    QTest::newRow("huge secret") << QStringLiteral("Iv1.abc") << QString(5000, QLatin1Char('a')) << badSecret;
}

void TestOwnRegistrations::malformedRegistrationIsRefusedAndNotKept()
{
    QFETCH(QString, clientId);
    QFETCH(QString, clientSecret);
    QFETCH(QString, code);
    World world;
    world.registrations.keep(world.registered(QStringLiteral("github"), clientId, clientSecret), &world.context, world.kept.receiver());
    EXPECT_ERROR(world.kept, Error::Kind::Denied, code);
    QVERIFY(world.store.entries.isEmpty());
    QVERIFY(!QDir(world.folder).exists());
}

void TestOwnRegistrations::unwritableFolderIsAnError()
{
    World world;
    QVERIFY(QDir().mkpath(QFileInfo(world.folder).path()));
    QFile inTheWay(world.folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    world.registrations.keep(world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc")), &world.context,
                             world.kept.receiver());
    EXPECT_ERROR(world.kept, Error::Kind::Storage, "file_not_written");
}

void TestOwnRegistrations::receiverIsNotCalledAfterItsContextIsGone()
{
    World world;
    auto context = std::make_unique<QObject>();
    world.registrations.keep(world.registered(QStringLiteral("github"), QStringLiteral("Iv1.abc"), secret), context.get(),
                             world.kept.receiver());
    world.registrations.complete(world.registered(QStringLiteral("gitlab"), QStringLiteral("x")), context.get(),
                                 world.completed.receiver());
    context.reset();
    QCoreApplication::processEvents();
    QCOMPARE(world.kept.count + world.completed.count, 0);
}

} // namespace tst_ownregistrations

LATCHKEY_TEST(tst_ownregistrations, TestOwnRegistrations, QCoreApplication)

#include "tst_ownregistrations.moc"
