// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/discovery.h"
#include "support/answers.h"
#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QJsonDocument>
#include <QJsonArray>

namespace tst_discovery {

using namespace oauth;
using namespace std::chrono_literals;
using Manner = ScriptedServer::Manner;

const QString wellKnown = QStringLiteral("/.well-known/openid-configuration");

struct World
{
    ScriptedServer server;
    AuthorizationServer known;
    http::AnswerLimits limits;
    QJsonObject metadata;
    QObject context;
    Answers<AuthorizationServer> answers;
    std::unique_ptr<Discovery> discovery;

    World() { setIssuer(server.origin()); }

    void setIssuer(const QUrl &issuer)
    {
        known.issuer = issuer;
        set("issuer", issuer.toString());
        set("authorization_endpoint", QStringLiteral("https://id.example/authorize"));
        set("token_endpoint", QStringLiteral("https://id.example/token"));
    }
    void set(const char *name, const QJsonValue &value) { metadata.insert(QLatin1String(name), value); }

    ScriptedServer::Answer document() const { return json(QJsonDocument(metadata).toJson()); }

    void start()
    {
        discovery = std::make_unique<Discovery>(known, limits);
        discovery->start(&context, answers.receiver());
    }
    void start(const ScriptedServer::Answer &answer)
    {
        server.answer(wellKnown, answer);
        start();
    }
};

class TestDiscovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpointsAreFound();
    void wellKnownPathComesAfterThatOfTheIssuer_data();
    void wellKnownPathComesAfterThatOfTheIssuer();
    void requestAsksForJsonAndGivesNothingAway();
    void wrongIssuerIsRefused_data();
    void wrongIssuerIsRefused();
    void redirectWithinTheOriginIsFollowed();
    void redirectElsewhereIsNotFollowed();
    void optionalEntriesMayBeMissing_data();
    void optionalEntriesMayBeMissing();
    void neededEntriesMayNotBeMissing_data();
    void neededEntriesMayNotBeMissing();
    void unsafeEndpointIsRefused_data();
    void unsafeEndpointIsRefused();
    void knownEndpointsStay();
    void badAnswerIsAnError_data();
    void badAnswerIsAnError();
    void receiverMayDeleteTheDiscovery();
    void deletionWithARequestInFlightEndsIt();
};

void TestDiscovery::endpointsAreFound()
{
    World world;
    world.set("device_authorization_endpoint", QStringLiteral("https://id.example/device"));
    world.set("revocation_endpoint", QStringLiteral("https://id.example/revoke"));
    world.set("userinfo_endpoint", world.server.at(QStringLiteral("/me")).toString());
    world.set("prompt_values_supported", QJsonArray{QStringLiteral("login"), QStringLiteral("select_account")});
    world.set("authorization_response_iss_parameter_supported", true);
    world.set("what_we_do_not_know", QJsonObject());
    world.start(world.document());
    QCOMPARE(world.answers.count, 0);
    EXPECT_SUCCESS(world.answers);
    const AuthorizationServer &found = **world.answers.last;
    QCOMPARE(found.issuer, world.known.issuer);
    QCOMPARE(found.authorizationEndpoint, QUrl(QStringLiteral("https://id.example/authorize")));
    QCOMPARE(found.tokenEndpoint, QUrl(QStringLiteral("https://id.example/token")));
    QCOMPARE(found.deviceAuthorizationEndpoint, QUrl(QStringLiteral("https://id.example/device")));
    QCOMPARE(found.revocationEndpoint, QUrl(QStringLiteral("https://id.example/revoke")));
    QCOMPARE(found.userinfoEndpoint, world.server.at(QStringLiteral("/me")));
    QCOMPARE(found.promptValues, QStringList({QStringLiteral("login"), QStringLiteral("select_account")}));
    QVERIFY(found.namesIssuerInResponse);
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestDiscovery::wellKnownPathComesAfterThatOfTheIssuer_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("asked");
    QTest::newRow("no path") << QString() << wellKnown;
    QTest::newRow("slash") << QStringLiteral("/") << wellKnown;
    QTest::newRow("path") << QStringLiteral("/realms/a") << QStringLiteral("/realms/a") + wellKnown;
    QTest::newRow("path with a slash at its end") << QStringLiteral("/o/") << QStringLiteral("/o") + wellKnown;
}

void TestDiscovery::wellKnownPathComesAfterThatOfTheIssuer()
{
    QFETCH(QString, path);
    QFETCH(QString, asked);
    World world;
    world.setIssuer(path.isEmpty() ? world.server.origin() : world.server.at(path));
    world.server.answer(asked, world.document());
    world.start();
    EXPECT_SUCCESS(world.answers);
    QCOMPARE(world.server.requestsAt(asked).size(), 1);
}

void TestDiscovery::requestAsksForJsonAndGivesNothingAway()
{
    World world;
    world.start(world.document());
    EXPECT_SUCCESS(world.answers);
    const loopback::Request request = world.server.onlyRequestAt(wellKnown);
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.header("Accept"), "application/json");
    QVERIFY(request.header("Cookie").isNull());
    QVERIFY(request.header("Authorization").isNull());
}

void TestDiscovery::wrongIssuerIsRefused_data()
{
    QTest::addColumn<QJsonValue>("issuer");
    QTest::newRow("another") << QJsonValue(QStringLiteral("https://evil.example"));
    QTest::newRow("a slash more") << QJsonValue(QStringLiteral("+/"));
    QTest::newRow("a path more") << QJsonValue(QStringLiteral("+/tenant"));
    QTest::newRow("empty") << QJsonValue(QString());
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("wrong type") << QJsonValue(1);
}

void TestDiscovery::wrongIssuerIsRefused()
{
    QFETCH(QJsonValue, issuer);
    World world;
    const QString text = issuer.toString();
    world.set("issuer", text.startsWith(QLatin1Char('+')) ? world.server.origin().toString() + text.mid(1) : issuer);
    world.start(world.document());
    EXPECT_ERROR(world.answers, Error::Kind::Malformed, "wrong_issuer");
}

void TestDiscovery::redirectWithinTheOriginIsFollowed()
{
    World world;
    world.server.answer(QStringLiteral("/metadata"), world.document());
    world.start(redirectTo(world.server.at(QStringLiteral("/metadata"))));
    EXPECT_SUCCESS(world.answers);
}

void TestDiscovery::redirectElsewhereIsNotFollowed()
{
    World world;
    ScriptedServer other;
    other.answer(wellKnown, world.document());
    world.start(redirectTo(other.at(wellKnown)));
    QTRY_COMPARE(world.answers.count, 1);
    QVERIFY(!*world.answers.last);
    settle();
    QCOMPARE(other.requests().size(), 0);
}

void TestDiscovery::optionalEntriesMayBeMissing_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
}

void TestDiscovery::optionalEntriesMayBeMissing()
{
    QFETCH(QJsonValue, value);
    World world;
    for (const char *name : {"device_authorization_endpoint", "revocation_endpoint", "userinfo_endpoint",
                             "authorization_response_iss_parameter_supported"})
        world.set(name, value);
    world.start(world.document());
    EXPECT_SUCCESS(world.answers);
    QVERIFY((*world.answers.last)->revocationEndpoint.isEmpty());
    QVERIFY((*world.answers.last)->userinfoEndpoint.isEmpty());
    QVERIFY((*world.answers.last)->deviceAuthorizationEndpoint.isEmpty());
    QVERIFY(!(*world.answers.last)->namesIssuerInResponse);
}

void TestDiscovery::neededEntriesMayNotBeMissing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    for (const char *name : {"authorization_endpoint", "token_endpoint"}) {
        QTest::addRow("%s absent", name) << QString::fromLatin1(name) << QJsonValue(QJsonValue::Undefined);
        QTest::addRow("%s null", name) << QString::fromLatin1(name) << QJsonValue(QJsonValue::Null);
    }
}

void TestDiscovery::neededEntriesMayNotBeMissing()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    World world;
    world.metadata.insert(name, value);
    world.start(world.document());
    EXPECT_ERROR(world.answers, Error::Kind::Malformed, "discovery");
}

void TestDiscovery::unsafeEndpointIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    for (const char *name : {"authorization_endpoint", "token_endpoint", "device_authorization_endpoint",
                             "revocation_endpoint", "userinfo_endpoint"}) {
        const QString key = QString::fromLatin1(name);
        QTest::addRow("%s http", name) << key << QJsonValue(QStringLiteral("http://id.example/x"));
        QTest::addRow("%s not a URL", name) << key << QJsonValue(QStringLiteral("/x"));
        QTest::addRow("%s empty", name) << key << QJsonValue(QString());
        QTest::addRow("%s wrong type", name) << key << QJsonValue(7);
    }
}

void TestDiscovery::unsafeEndpointIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    World world;
    world.metadata.insert(name, value);
    world.start(world.document());
    EXPECT_ERROR(world.answers, Error::Kind::Malformed, "discovery");
    QVERIFY(world.answers.last->error().detail.contains(name));
}

void TestDiscovery::knownEndpointsStay()
{
    World world;
    world.known.tokenEndpoint = QUrl(QStringLiteral("https://mine.example/token"));
    world.known.revocationEndpoint = QUrl(QStringLiteral("https://mine.example/revoke"));
    world.set("revocation_endpoint", QStringLiteral("http://not.safe/revoke"));
    world.start(world.document());
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->tokenEndpoint, world.known.tokenEndpoint);
    QCOMPARE((*world.answers.last)->revocationEndpoint, world.known.revocationEndpoint);
    QCOMPARE((*world.answers.last)->authorizationEndpoint, QUrl(QStringLiteral("https://id.example/authorize")));
}

void TestDiscovery::badAnswerIsAnError_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, const ScriptedServer::Answer &answer, Error::Kind kind, const char *code) {
        QTest::newRow(name) << answer << kind << QString::fromLatin1(code);
    };
    add("HTML", html("<h1>Wi-Fi"), Error::Kind::Malformed, "not_json");
    add("empty", json(""), Error::Kind::Malformed, "not_json");
    add("an array", json("[]"), Error::Kind::Malformed, "not_json");
    add("404", json("{}", 404), Error::Kind::Malformed, "discovery");
    add("503", json("{}", 503), Error::Kind::Unreachable, "http_503");
    add("10 MB", json(QByteArray(10'000'000, ' ')), Error::Kind::Malformed, "too_large");
    add("cut off", {{.body = "{\"issuer\": \"x\"}"}, Manner::CutOff}, Error::Kind::Malformed, "cut_off");
    add("hangs", {{}, Manner::Hang}, Error::Kind::Unreachable, "timed_out");
}

void TestDiscovery::badAnswerIsAnError()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    World world;
    if (answer.isEndless())
        world.limits = {.silence = 300ms, .total = 600ms};
    world.start(answer);
    EXPECT_ERROR(world.answers, kind, code);
    settle();
    QCOMPARE(world.answers.count, 1);
}

void TestDiscovery::receiverMayDeleteTheDiscovery()
{
    World world;
    world.server.answer(wellKnown, world.document());
    world.discovery = std::make_unique<Discovery>(world.known);
    int count = 0;
    world.discovery->start(&world.context, [&](const Result<AuthorizationServer> &) {
        ++count;
        world.discovery.reset();
    });
    QTRY_COMPARE(count, 1);
    settle();
    QCOMPARE(count, 1);
}

void TestDiscovery::deletionWithARequestInFlightEndsIt()
{
    World world;
    world.start({{}, Manner::Hang});
    QTRY_COMPARE(world.server.requests().size(), 1);
    world.discovery.reset();
    QTRY_COMPARE(world.server.openConnectionCount(), 0);
    settle();
    QCOMPARE(world.answers.count, 0);
}

} // namespace tst_discovery

LATCHKEY_TEST(tst_discovery, TestDiscovery, QCoreApplication)

#include "tst_discovery.moc"
