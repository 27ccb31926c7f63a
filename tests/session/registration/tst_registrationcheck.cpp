// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/registrationcheck.h"
#include "support/answers.h"
#include "support/scriptedserver.h"
#include "support/test.h"

namespace tst_registrationcheck {

const QByteArray deviceCode = R"({"device_code": "d", "user_code": "WDJB-MJHT", "interval": 5, "expires_in": 900,
                                  "verification_uri": "https://git.example.org/login/device"})";

QByteArray errorCode(const char *code)
{
    return QByteArray("{\"error\": \"") + code + "\"}";
}

struct World
{
    World()
    {
        provider.server.authorizationEndpoint = server.at(QStringLiteral("/authorize"));
        provider.server.tokenEndpoint = server.at(QStringLiteral("/token"));
        provider.client.clientId = QStringLiteral("Iv1.abc");
        provider.client.scope = QStringLiteral("read:user");
        provider.client.redirectPath = QStringLiteral("/oauth/callback");
    }

    void answerDeviceCode(const ScriptedServer::Answer &answer)
    {
        provider.server.deviceAuthorizationEndpoint = server.at(QStringLiteral("/code"));
        server.answer(QStringLiteral("/code"), answer);
    }

    void answerToken(const ScriptedServer::Answer &answer) { server.answer(QStringLiteral("/token"), answer); }

    void run()
    {
        check = std::make_unique<RegistrationCheck>(provider);
        check->start(&context, answers.receiver());
        QCOMPARE(answers.count, 0);
        QTRY_COMPARE(answers.count, 1);
    }

    ScriptedServer server;
    Provider provider;
    QObject context;
    Answers<CheckedRegistration> answers;
    std::unique_ptr<RegistrationCheck> check;
};

class TestRegistrationCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deviceCodeMeansAKnownClient();
    void unknownClientIsReported_data();
    void unknownClientIsReported();
    void secretIsCheckedAtTheTokenEndpoint_data();
    void secretIsCheckedAtTheTokenEndpoint();
    void methodThatWorksIsFound_data();
    void methodThatWorksIsFound();
    void methodIsKeptWhereBothAreRefusedInOtherWords_data();
    void methodIsKeptWhereBothAreRefusedInOtherWords();
    void clientWithoutDeviceFlowIsAccepted();
    void serverWithoutDeviceCodesIsAskedAtTheTokenEndpoint();
    void gitHubClientWithoutSecretIsAcceptedDespiteItsTokenEndpoint();
    void brokenConnectionIsUnreachable();
    void endpointsAreDiscovered();
    void deletedCheckDoesNotAnswer();
};

void TestRegistrationCheck::deviceCodeMeansAKnownClient()
{
    World world;
    world.answerDeviceCode(json(deviceCode));
    world.run();
    EXPECT_SUCCESS(world.answers);
    QVERIFY((*world.answers.last)->givesCodes);
    QCOMPARE(formField(world.server.onlyRequestAt(QStringLiteral("/code")), QStringLiteral("client_id")), QStringLiteral("Iv1.abc"));
    QVERIFY(world.server.requestsAt(QStringLiteral("/token")).isEmpty());
}

void TestRegistrationCheck::unknownClientIsReported_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("as from GitHub") << 404 << QByteArray(R"({"error": "Not Found"})");
    QTest::newRow("as in RFC 6749") << 401 << errorCode("invalid_client");
    QTest::newRow("without a reason") << 401 << QByteArray();
    QTest::newRow("with status 200") << 200 << errorCode("incorrect_client_credentials");
}

void TestRegistrationCheck::unknownClientIsReported()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    World world;
    world.answerDeviceCode(json(body, status));
    world.run();
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "unknown_client");
}

void TestRegistrationCheck::secretIsCheckedAtTheTokenEndpoint_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("right, as from GitHub") << errorCode("bad_verification_code") << 200 << QString();
    QTest::newRow("right, as in RFC 6749") << errorCode("invalid_grant") << 400 << QString();
    QTest::newRow("wrong, as from GitHub") << errorCode("incorrect_client_credentials") << 200 << QStringLiteral("wrong_secret");
    QTest::newRow("wrong, as in RFC 6749") << errorCode("invalid_client") << 401 << QStringLiteral("wrong_secret");
}

void TestRegistrationCheck::secretIsCheckedAtTheTokenEndpoint()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    World world;
    world.answerDeviceCode(json(deviceCode));
    world.answerToken(json(body, status));
    world.provider.client.clientSecret = QStringLiteral("s3cret");
    world.run();
    if (code.isEmpty())
        EXPECT_SUCCESS(world.answers);
    else
        EXPECT_ERROR(world.answers, Error::Kind::Denied, code);
    // A client that is refused is asked for in the other way as well.
    const QList<loopback::Request> requests = world.server.requestsAt(QStringLiteral("/token"));
    QCOMPARE(requests.size(), body == errorCode("invalid_client") ? 2 : 1);
    QCOMPARE(formField(requests.first(), QStringLiteral("client_secret")), QStringLiteral("s3cret"));
}

void TestRegistrationCheck::methodThatWorksIsFound_data()
{
    QTest::addColumn<bool>("hasCodes");
    QTest::newRow("at the token endpoint") << false;
    QTest::newRow("at both endpoints") << true;
}

void TestRegistrationCheck::methodThatWorksIsFound()
{
    QFETCH(bool, hasCodes);
    using oauth::ClientAuthMethod;
    const auto checked = [hasCodes](World &world, ClientAuthMethod accepted) {
        world.provider.client.clientSecret = QStringLiteral("geheim");
        const auto asking = [accepted](const ScriptedServer::Answer &good) {
            return [=](const loopback::Request &request) {
                const bool isBasic = !request.header("Authorization").isNull();
                return isBasic == (accepted == ClientAuthMethod::Basic) ? good : json(errorCode("invalid_client"), 401);
            };
        };
        if (hasCodes)
            world.answerDeviceCode({});
        world.server.answer(QStringLiteral("/code"), asking(json(deviceCode)));
        world.server.answer(QStringLiteral("/token"), asking(json(errorCode("invalid_grant"), 400)));
        world.run();
    };
    World basic;
    checked(basic, ClientAuthMethod::Basic);
    EXPECT_SUCCESS(basic.answers);
    QCOMPARE((*basic.answers.last)->provider.client.authMethod, ClientAuthMethod::Basic);
    QCOMPARE((*basic.answers.last)->givesCodes, hasCodes);
    World post;
    checked(post, ClientAuthMethod::Post);
    EXPECT_SUCCESS(post.answers);
    QVERIFY(!(*post.answers.last)->provider.client.authMethod);
}

/// Some servers call a code that they do not know an invalid request.
void TestRegistrationCheck::methodIsKeptWhereBothAreRefusedInOtherWords_data()
{
    QTest::addColumn<QByteArray>("ofOther");
    QTest::addColumn<int>("status");
    QTest::newRow("the request") << errorCode("invalid_request") << 400;
    QTest::newRow("the client") << errorCode("invalid_client") << 401;
    QTest::newRow("without a code") << QByteArray() << 400;
}

void TestRegistrationCheck::methodIsKeptWhereBothAreRefusedInOtherWords()
{
    QFETCH(QByteArray, ofOther);
    QFETCH(int, status);
    World world;
    world.provider.client.clientSecret = QStringLiteral("geheim");
    world.answerDeviceCode(json("", 400)); // Refused to both methods.
    world.server.answer(QStringLiteral("/token"), [=](const loopback::Request &request) {
        const bool isForm = request.header("Authorization").isNull();
        return isForm ? json(errorCode("invalid_request"), 400) : json(ofOther, status);
    });
    world.run();
    EXPECT_SUCCESS(world.answers);
    QVERIFY(!(*world.answers.last)->provider.client.authMethod);
    QCOMPARE(world.server.requestsAt(QStringLiteral("/token")).size(), 2);
}

void TestRegistrationCheck::clientWithoutDeviceFlowIsAccepted()
{
    World world;
    world.answerDeviceCode(json(errorCode("device_flow_disabled")));
    world.answerToken(json(errorCode("bad_verification_code")));
    world.run();
    EXPECT_SUCCESS(world.answers);
    QVERIFY(!(*world.answers.last)->givesCodes);
}

void TestRegistrationCheck::serverWithoutDeviceCodesIsAskedAtTheTokenEndpoint()
{
    World known;
    known.answerToken(json(errorCode("invalid_grant"), 400));
    known.run();
    EXPECT_SUCCESS(known.answers);
    World unknown;
    unknown.answerToken(json(errorCode("invalid_client"), 401));
    unknown.run();
    EXPECT_ERROR(unknown.answers, Error::Kind::Denied, "unknown_client");
}

void TestRegistrationCheck::gitHubClientWithoutSecretIsAcceptedDespiteItsTokenEndpoint()
{
    World world;
    world.provider.needsSecretForPages = true;
    world.answerDeviceCode(json(errorCode("device_flow_disabled")));
    world.answerToken(json(errorCode("incorrect_client_credentials")));
    world.run();
    EXPECT_SUCCESS(world.answers);
}

void TestRegistrationCheck::brokenConnectionIsUnreachable()
{
    World world;
    world.answerDeviceCode({{}, ScriptedServer::Manner::Reset});
    world.run();
    QCOMPARE(world.answers.last->error().kind, Error::Kind::Unreachable);
}

void TestRegistrationCheck::endpointsAreDiscovered()
{
    World world;
    world.provider.server = {};
    world.provider.server.issuer = world.server.origin();
    const QByteArray origin = world.server.origin().toEncoded();
    world.server.answer(QStringLiteral("/.well-known/openid-configuration"),
                        json(QByteArray(R"({"issuer": "%", "authorization_endpoint": "%/authorize", "token_endpoint": "%/token"})")
                                 .replace("%", origin)));
    world.answerToken(json(errorCode("invalid_grant"), 400));
    world.run();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->provider.server.tokenEndpoint, world.server.at(QStringLiteral("/token")));
}

void TestRegistrationCheck::deletedCheckDoesNotAnswer()
{
    World world;
    world.answerDeviceCode({{}, ScriptedServer::Manner::Hang});
    world.check = std::make_unique<RegistrationCheck>(world.provider);
    world.check->start(&world.context, world.answers.receiver());
    QTRY_COMPARE(world.server.requests().size(), 1);
    world.check.reset();
    world.server.answerWaiting(json(deviceCode));
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    QCOMPARE(world.answers.count, 0);
}

} // namespace tst_registrationcheck

LATCHKEY_TEST(tst_registrationcheck, TestRegistrationCheck, QCoreApplication)

#include "tst_registrationcheck.moc"
