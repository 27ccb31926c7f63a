// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/registrationflow.h"

#include "session/heldtokenstore.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tst_registrationflow {

using State = RegistrationFlow::State;

const QString clientId = QStringLiteral("Iv1.abc");
const QString secret = QStringLiteral("s3cret");

/// A server that knows every client, unless a test says otherwise, and a keychain that accepts everything.
struct World
{
    World()
    {
        provider.id = QStringLiteral("gitea@git.example.org");
        provider.name = QStringLiteral("Gitea");
        provider.api = Provider::Api::Oidc;
        provider.server.authorizationEndpoint = server.at(QStringLiteral("/authorize"));
        provider.server.tokenEndpoint = server.at(QStringLiteral("/token"));
        provider.server.userinfoEndpoint = server.at(QStringLiteral("/userinfo"));
        provider.client.redirectPath = QStringLiteral("/oauth/callback");
        answerToken(R"({"error": "invalid_grant"})", 400);
        QObject::connect(&flow, &RegistrationFlow::ready, &flow, [this](const Provider &usable) { ready.append(usable); });
    }

    void answerToken(const QByteArray &body, int status) { server.answer(QStringLiteral("/token"), json(body, status)); }
    bool hasFile() const { return QFile::exists(registrations.fileOf(provider)); }
    QString error() const { return flow.error() ? flow.error()->code : QString(); }

    QTemporaryDir root;
    ScriptedServer server;
    Provider provider;
    HeldTokenStore store;
    OwnRegistrations registrations{root.filePath(QStringLiteral("providers")), store};
    ProviderCatalog catalog{QStringList()};
    RegistrationFlow flow{registrations, &catalog};
    QList<Provider> ready;
};

class RegistrationFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptedRegistrationIsKeptAndReady();
    void refusedRegistrationIsAnErrorAndNotKept_data();
    void refusedRegistrationIsAnErrorAndNotKept();
    void registrationThatAllowsNeitherPagesNorCodesIsRefused();
    void nextAttemptClearsTheError();
    void secretThatCannotBeStoredIsReportedAndStillUsed();
    void unwritableFolderIsAnError();
    void canceledCheckDoesNotAnswer();
    void registrationBeingKeptIsNotCanceled();
    void openedProviderComesWithItsSecret();
    void openedProviderComesEvenIfItsSecretIsMissing();
    void openingAnotherProviderAbandonsTheRegistration();
};

void RegistrationFlowTest::acceptedRegistrationIsKeptAndReady()
{
    World world;
    world.flow.registerClient(world.provider, clientId + QLatin1Char(' '), secret);
    QCOMPARE(world.flow.state(), State::Checking);
    QTRY_COMPARE(world.ready.size(), 1);
    QCOMPARE(world.flow.state(), State::Idle);
    QCOMPARE(world.error(), QString());
    QVERIFY(!world.flow.secretError());
    QCOMPARE(world.ready.first().client.clientId, clientId);
    QCOMPARE(world.ready.first().client.clientSecret, secret);
    QVERIFY(world.hasFile());
    QCOMPARE(world.store.entries.value(world.provider.secretKey()), secret.toLatin1());
    const auto inCatalog = world.catalog.open(world.provider.id);
    QVERIFY(std::holds_alternative<Provider>(inCatalog));
    QCOMPARE(std::get<Provider>(inCatalog).client.clientId, clientId);
}

void RegistrationFlowTest::refusedRegistrationIsAnErrorAndNotKept_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<int>("status"); // The token endpoint's.
    QTest::addColumn<QString>("code");
    QTest::newRow("two words") << QStringLiteral("two words") << QString() << 400 << QStringLiteral("malformed_client_id");
    QTest::newRow("secret of two words") << clientId << QStringLiteral("a b") << 400 << QStringLiteral("malformed_client_secret");
    QTest::newRow("unknown") << clientId << QString() << 401 << QStringLiteral("unknown_client");
    QTest::newRow("wrong secret") << clientId << secret << 401 << QStringLiteral("wrong_secret");
}

void RegistrationFlowTest::refusedRegistrationIsAnErrorAndNotKept()
{
    QFETCH(QString, clientId);
    QFETCH(QString, secret);
    QFETCH(int, status);
    QFETCH(QString, code);
    World world;
    world.answerToken(status == 401 ? R"({"error": "invalid_client"})" : R"({"error": "invalid_grant"})", status);
    world.flow.registerClient(world.provider, clientId, secret);
    QTRY_COMPARE(world.error(), code);
    QCOMPARE(world.flow.state(), State::Idle);
    QVERIFY(world.ready.isEmpty());
    QVERIFY(!world.hasFile());
    QVERIFY(world.store.entries.isEmpty());
}

void RegistrationFlowTest::registrationThatAllowsNeitherPagesNorCodesIsRefused()
{
    World world;
    world.provider.needsSecretForPages = true;
    world.flow.registerClient(world.provider, clientId, {});
    QTRY_COMPARE(world.error(), QStringLiteral("device_flow_disabled"));
    QVERIFY(!world.hasFile());
    world.flow.registerClient(world.provider, clientId, secret);
    QTRY_COMPARE(world.ready.size(), 1);
}

void RegistrationFlowTest::nextAttemptClearsTheError()
{
    World world;
    world.flow.registerClient(world.provider, QStringLiteral("two words"), {});
    QCOMPARE(world.error(), QStringLiteral("malformed_client_id"));
    world.flow.registerClient(world.provider, clientId, {});
    QCOMPARE(world.error(), QString());
    QTRY_COMPARE(world.ready.size(), 1);
}

void RegistrationFlowTest::secretThatCannotBeStoredIsReportedAndStillUsed()
{
    World world;
    world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
    world.flow.registerClient(world.provider, clientId, secret);
    QTRY_COMPARE(world.ready.size(), 1);
    QVERIFY(world.flow.secretError());
    QCOMPARE(world.flow.secretError()->code, QStringLiteral("unavailable"));
    QCOMPARE(world.ready.first().client.clientSecret, secret);
}

void RegistrationFlowTest::unwritableFolderIsAnError()
{
    World world;
    QFile inTheWay(world.root.filePath(QStringLiteral("providers")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    world.flow.registerClient(world.provider, clientId, {});
    QTRY_COMPARE(world.error(), QStringLiteral("file_not_written"));
    QCOMPARE(world.flow.state(), State::Idle);
    QVERIFY(world.ready.isEmpty());
}

void RegistrationFlowTest::canceledCheckDoesNotAnswer()
{
    World world;
    world.server.answer(QStringLiteral("/token"), ScriptedServer::Answer{{}, ScriptedServer::Manner::Hang});
    world.flow.registerClient(world.provider, clientId, {});
    QTRY_COMPARE(world.server.requests().size(), 1);
    world.flow.cancelCheck();
    QCOMPARE(world.flow.state(), State::Idle);
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    QVERIFY(world.ready.isEmpty());
    QCOMPARE(world.error(), QString());
}

void RegistrationFlowTest::registrationBeingKeptIsNotCanceled()
{
    World world;
    world.store.hold();
    world.flow.registerClient(world.provider, clientId, secret);
    QTRY_COMPARE(world.flow.state(), State::Keeping);
    world.flow.cancelCheck();
    QCOMPARE(world.flow.state(), State::Keeping);
    world.store.letGo();
    QTRY_COMPARE(world.ready.size(), 1);
}

void RegistrationFlowTest::openedProviderComesWithItsSecret()
{
    World world;
    world.store.entries.insert(world.provider.secretKey(), secret.toLatin1());
    world.provider.hasSecretInKeychain = true;
    world.flow.open(world.provider);
    QVERIFY(world.ready.isEmpty());
    QTRY_COMPARE(world.ready.size(), 1);
    QCOMPARE(world.ready.first().client.clientSecret, secret);
}

void RegistrationFlowTest::openedProviderComesEvenIfItsSecretIsMissing()
{
    World world;
    world.provider.hasSecretInKeychain = true;
    world.flow.open(world.provider);
    QTRY_COMPARE(world.ready.size(), 1);
    QCOMPARE(world.ready.first().id, world.provider.id);
    QVERIFY(world.ready.first().client.clientSecret.isEmpty());
}

/// The registration is still kept for the next start.
void RegistrationFlowTest::openingAnotherProviderAbandonsTheRegistration()
{
    World world;
    world.store.hold();
    world.flow.registerClient(world.provider, clientId, secret);
    QTRY_COMPARE(world.flow.state(), State::Keeping);
    Provider other = world.provider;
    other.id = QStringLiteral("gitea@other.example.org");
    world.flow.open(other);
    QCOMPARE(world.flow.state(), State::Idle);
    world.store.letGo();
    QTRY_COMPARE(world.store.entries.size(), 1);
    QTRY_COMPARE(world.ready.size(), 1);
    QCOMPARE(world.ready.first().id, other.id);
    QVERIFY(world.hasFile());
}

} // namespace tst_registrationflow

LATCHKEY_TEST(tst_registrationflow, RegistrationFlowTest, QCoreApplication)

#include "tst_registrationflow.moc"
