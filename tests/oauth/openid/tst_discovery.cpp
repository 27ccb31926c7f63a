// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/errorcodes.h"
#include "oauth/openid/discovery.h"
#include "result/printabletext.h"
#include "support/answers.h"
#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QJsonDocument>
#include <QJsonArray>
#include <QRegularExpression>

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

void addUnsafe(const char *name)
{
    const auto add = [name](const char *what, const QJsonValue &value) {
        QTest::addRow("%s %s", name, what) << QString::fromLatin1(name) << value;
    };
    add("http", QStringLiteral("http://id.example/x"));
    add("relative", QStringLiteral("/x"));
    add("without a scheme", QStringLiteral("id.example/x"));
    add("of another scheme", QStringLiteral("ftp://id.example/x"));
    add("with a user", QStringLiteral("https://ada@id.example/x"));
    add("with a fragment", QStringLiteral("https://id.example/x#y"));
    add("empty", QString());
    add("a number", 7);
    add("a list", QJsonArray{QStringLiteral("https://id.example/x")});
    add("an object", QJsonObject());
}

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
    void issuerMayDifferByTheSlashAtItsEnd_data();
    void issuerMayDifferByTheSlashAtItsEnd();
    void methodOfAuthenticationIsFound_data();
    void methodOfAuthenticationIsFound();
    void mislabelledMetadataIsRead_data();
    void mislabelledMetadataIsRead();
    void redirectWithinTheOriginIsFollowed();
    void redirectElsewhereIsNotFollowed();
    void optionalEntriesMayBeMissing_data();
    void optionalEntriesMayBeMissing();
    void neededEntriesMayNotBeMissing_data();
    void neededEntriesMayNotBeMissing();
    void optionalEndpointThatIsNotSafeIsLeftOut_data();
    void optionalEndpointThatIsNotSafeIsLeftOut();
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
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, const QJsonValue &issuer, const char *code) {
        QTest::newRow(name) << issuer << QString::fromLatin1(code);
    };
    add("another", QStringLiteral("https://evil.example"), "wrong_issuer");
    add("another, with the slash", QStringLiteral("https://evil.example/"), "wrong_issuer");
    add("two slashes more", QStringLiteral("+//"), "other_issuer");
    add("a path more", QStringLiteral("+/tenant"), "other_issuer");
    add("a query more", QStringLiteral("+?a=b"), "wrong_issuer");
    add("a fragment more", QStringLiteral("+#a"), "wrong_issuer");
    add("a path that is spelled in another way", QStringLiteral("+/t%65nant"), "wrong_issuer");
    // Somebody may paste the issuer into a command line.
    for (const char *word : {";reboot", "&reboot", "$HOME", "'reboot'", "(reboot)", "!!", "*"})
        add(word, QStringLiteral("+/t") + QLatin1String(word), "wrong_issuer");
    add("not a URL", QStringLiteral("x\u001b[31m"), "wrong_issuer");
    add("another scheme", QStringLiteral("javascript:alert(1)"), "wrong_issuer");
    add("empty", QString(), "discovery");
    add("null", QJsonValue::Null, "discovery");
    add("absent", QJsonValue::Undefined, "discovery");
    add("wrong type", 1, "discovery");
}

void TestDiscovery::wrongIssuerIsRefused()
{
    QFETCH(QJsonValue, issuer);
    QFETCH(QString, code);
    World world;
    const QString text = issuer.toString();
    world.set("issuer", text.startsWith(QLatin1Char('+')) ? world.server.origin().toString() + text.mid(1) : issuer);
    world.start(world.document());
    EXPECT_ERROR(world.answers, Error::Kind::Malformed, code);
    const Error &error = world.answers.last->error();
    QVERIFY(isPrintable(error.detail) && !error.detail.isEmpty());
    // Only an issuer of the same origin can be used.
    if (error.code == errorcode::otherIssuer)
        QCOMPARE(error.detail, world.metadata.value(QLatin1String("issuer")).toString());
}

void TestDiscovery::issuerMayDifferByTheSlashAtItsEnd_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("named");
    const auto path = [](const char *text) { return QString::fromLatin1(text); };
    QTest::newRow("typed without it") << path("") << path("/");
    QTest::newRow("typed with it") << path("/") << path("");
    QTest::newRow("a path, typed without it") << path("/application/o/app") << path("/application/o/app/");
    QTest::newRow("a path, typed with it") << path("/realms/a/") << path("/realms/a");
}

void TestDiscovery::issuerMayDifferByTheSlashAtItsEnd()
{
    QFETCH(QString, typed);
    QFETCH(QString, named);
    World world;
    const QString origin = world.server.origin().toString();
    world.setIssuer(QUrl(origin + typed));
    world.set("issuer", origin + named);
    world.server.answer(QString(typed).remove(QRegularExpression(QStringLiteral("/$"))) + wellKnown, world.document());
    world.start();
    EXPECT_SUCCESS(world.answers);
    // As the server spells it, for ID tokens and responses.
    QCOMPARE((*world.answers.last)->issuerText(), origin + named);
    QCOMPARE(world.server.requests().size(), 1);
}

void TestDiscovery::methodOfAuthenticationIsFound_data()
{
    QTest::addColumn<QJsonValue>("atTokens");
    QTest::addColumn<QJsonValue>("atRevocation");
    using Method = std::optional<ClientAuthMethod>;
    QTest::addColumn<Method>("tokenMethod");
    QTest::addColumn<Method>("revocationMethod");
    const QJsonValue basic = QStringLiteral("client_secret_basic");
    const QJsonValue post = QStringLiteral("client_secret_post");
    const QJsonValue other = QStringLiteral("private_key_jwt");
    const QJsonValue absent(QJsonValue::Undefined);
    const Method isBasic = ClientAuthMethod::Basic;
    const Method isPost = ClientAuthMethod::Post;
    QTest::newRow("absent: Basic, RFC 8414 §2") << absent << absent << isBasic << Method();
    QTest::newRow("null") << QJsonValue() << QJsonValue() << isBasic << Method();
    QTest::newRow("wrong type") << QJsonValue(QJsonObject()) << QJsonValue(true) << isBasic << Method();
    QTest::newRow("empty") << QJsonValue(QJsonArray()) << QJsonValue(QJsonArray()) << isBasic << Method();
    QTest::newRow("both: neither is asked for") << QJsonValue(QJsonArray{post, basic}) << QJsonValue(QJsonArray{basic, post}) << Method() << Method();
    QTest::newRow("the header only") << QJsonValue(QJsonArray{basic, other}) << QJsonValue(QJsonArray{basic}) << isBasic << isBasic;
    QTest::newRow("the form only") << QJsonValue(QJsonArray{other, post}) << QJsonValue(QJsonArray{post}) << isPost << isPost;
    QTest::newRow("different ones") << QJsonValue(QJsonArray{post}) << QJsonValue(QJsonArray{basic}) << isPost << isBasic;
    QTest::newRow("neither") << QJsonValue(QJsonArray{other}) << QJsonValue(QJsonArray{other}) << Method() << Method();
    QTest::newRow("a name in place of a list") << post << basic << isPost << isBasic;
}

void TestDiscovery::methodOfAuthenticationIsFound()
{
    using Method = std::optional<ClientAuthMethod>;
    QFETCH(QJsonValue, atTokens);
    QFETCH(QJsonValue, atRevocation);
    QFETCH(Method, tokenMethod);
    QFETCH(Method, revocationMethod);
    World world;
    world.set("token_endpoint_auth_methods_supported", atTokens);
    world.set("revocation_endpoint_auth_methods_supported", atRevocation);
    world.start(world.document());
    EXPECT_SUCCESS(world.answers);
    QCOMPARE((*world.answers.last)->tokenAuthMethod, tokenMethod);
    QCOMPARE((*world.answers.last)->revocationAuthMethod, revocationMethod);
}

void TestDiscovery::mislabelledMetadataIsRead_data()
{
    QTest::addColumn<QByteArray>("mediaType");
    for (const char *type : {"text/html", "text/plain", "application/octet-stream", ""})
        QTest::newRow(*type ? type : "none") << QByteArray(type);
}

void TestDiscovery::mislabelledMetadataIsRead()
{
    QFETCH(QByteArray, mediaType);
    World world;
    world.start({.response = {.contentType = mediaType, .body = "\xef\xbb\xbf" + QJsonDocument(world.metadata).toJson()}});
    EXPECT_SUCCESS(world.answers);
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
    EXPECT_ERROR(world.answers, Error::Kind::Denied, "redirected");
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
        addUnsafe(name);
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
    QCOMPARE(world.answers.last->error().detail, name);
}

void TestDiscovery::optionalEndpointThatIsNotSafeIsLeftOut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    for (const char *name : {"device_authorization_endpoint", "revocation_endpoint", "userinfo_endpoint"})
        addUnsafe(name);
}

void TestDiscovery::optionalEndpointThatIsNotSafeIsLeftOut()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    World world;
    for (const char *one : {"device_authorization_endpoint", "revocation_endpoint", "userinfo_endpoint"})
        world.set(one, QStringLiteral("https://id.example/good"));
    world.metadata.insert(name, value);
    world.start(world.document());
    EXPECT_SUCCESS(world.answers);
    const AuthorizationServer &found = **world.answers.last;
    const QList<QUrl> optional{found.deviceAuthorizationEndpoint, found.revocationEndpoint, found.userinfoEndpoint};
    QCOMPARE(optional.count(QUrl()), 1);
    QCOMPARE(optional.count(QUrl(QStringLiteral("https://id.example/good"))), 2);
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
