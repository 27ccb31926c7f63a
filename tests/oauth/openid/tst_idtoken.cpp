// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/openid/idtoken.h"
#include "support/idtokens.h"
#include "support/test.h"

#include <QJsonArray>

namespace tst_idtoken {

using namespace oauth;

const QDateTime now(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC);

qint64 secondsFromNow(qint64 seconds)
{
    return now.toSecsSinceEpoch() + seconds;
}

QJsonObject goodHeader()
{
    return {{QStringLiteral("alg"), QStringLiteral("RS256")}, {QStringLiteral("kid"), QStringLiteral("k1")}};
}

QJsonObject goodClaims()
{
    return {{QStringLiteral("iss"), QStringLiteral("https://sso.example.org")},
            {QStringLiteral("aud"), QStringLiteral("latchkey-test")},
            {QStringLiteral("sub"), QStringLiteral("ada")},
            {QStringLiteral("nonce"), QStringLiteral("n1")},
            {QStringLiteral("iat"), secondsFromNow(0)},
            {QStringLiteral("exp"), secondsFromNow(600)}};
}

QJsonObject with(QJsonObject object, const char *name, const QJsonValue &value)
{
    object.insert(QLatin1String(name), value);
    return object;
}

QJsonValue text(const char *value)
{
    return QString::fromUtf8(value);
}

IdTokenExpectation expectation()
{
    return {.issuer = QStringLiteral("https://sso.example.org"),
            .clientId = QStringLiteral("latchkey-test"),
            .nonce = QStringLiteral("n1"),
            .now = now};
}

/// A server, a client that requests an ID token, and the received tokens.
struct World
{
    AuthorizationServer server;
    ClientRegistration client;
    TokenSet tokens;

    World()
    {
        server.issuer = QUrl(QStringLiteral("https://sso.example.org"));
        client.clientId = QStringLiteral("latchkey-test");
        client.scope = QStringLiteral("openid profile");
        tokens.accessToken = QStringLiteral("at_1");
        tokens.obtainedAt = now;
        tokens.idToken = idTokenOf(goodHeader(), goodClaims());
    }
};

class TestIdToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void n42GoodTokenIsTaken_data();
    void n42GoodTokenIsTaken();
    void n42BadTokenIsDenied_data();
    void n42BadTokenIsDenied();
    void n42ClocksMayDifferByFiveMinutes_data();
    void n42ClocksMayDifferByFiveMinutes();
    void whatIsNoTokenIsDenied_data();
    void whatIsNoTokenIsDenied();
    void nonceAndSubjectCountOnlyWhereTheyAreExpected();
    void itIsDueWhereItWasAskedForAndTheIssuerIsKnown_data();
    void itIsDueWhereItWasAskedForAndTheIssuerIsKnown();
    void grantKeepsItsSubject();
    void grantWithAnotherNonceIsDenied();
    void refreshStaysWithThePerson_data();
    void refreshStaysWithThePerson();
    void errorsPassThrough();
};

void TestIdToken::n42GoodTokenIsTaken_data()
{
    QTest::addColumn<QJsonObject>("header");
    QTest::addColumn<QJsonObject>("claims");
    QTest::newRow("as they are") << goodHeader() << goodClaims();
    for (const char *algorithm : {"RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
        QTest::newRow(algorithm) << with(goodHeader(), "alg", text(algorithm)) << goodClaims();
    QTest::newRow("one audience in an array")
        << goodHeader() << with(goodClaims(), "aud", QJsonArray{QStringLiteral("latchkey-test")});
    QTest::newRow("azp") << goodHeader() << with(goodClaims(), "azp", text("latchkey-test"));
    QTest::newRow("two audiences, issued to us")
        << goodHeader()
        << with(with(goodClaims(), "aud", QJsonArray{QStringLiteral("api"), QStringLiteral("latchkey-test")}), "azp",
                text("latchkey-test"));
    QTest::newRow("azp is null") << goodHeader() << with(goodClaims(), "azp", QJsonValue());
    QTest::newRow("crit is null") << with(goodHeader(), "crit", QJsonValue()) << goodClaims();
    QTest::newRow("unknown claims") << goodHeader() << with(goodClaims(), "acr", QJsonArray{1, 2});
    QTest::newRow("a fraction of a second") << goodHeader() << with(goodClaims(), "exp", double(secondsFromNow(60)) + 0.5);
    QTest::newRow("no type in the header") << with(goodHeader(), "typ", QJsonValue::Undefined) << goodClaims();
}

void TestIdToken::n42GoodTokenIsTaken()
{
    QFETCH(QJsonObject, header);
    QFETCH(QJsonObject, claims);
    const auto token = IdToken::read(idTokenOf(header, claims), expectation());
    QVERIFY2(bool(token), token ? "" : qPrintable(token.error().detail));
    QCOMPARE(token->subject, QStringLiteral("ada"));
}

void TestIdToken::n42BadTokenIsDenied_data()
{
    QTest::addColumn<QJsonObject>("header");
    QTest::addColumn<QJsonObject>("claims");
    QTest::addColumn<QString>("detail");
    const auto header = [](const char *title, const char *name, const QJsonValue &value) {
        QTest::addRow("%s: %s", name, title) << with(goodHeader(), name, value) << goodClaims() << QString::fromLatin1(name);
    };
    const auto claim = [](const char *title, const char *name, const QJsonValue &value) {
        QTest::addRow("%s: %s", name, title) << goodHeader() << with(goodClaims(), name, value) << QString::fromLatin1(name);
    };
    header("none", "alg", text("none"));
    header("None", "alg", text("None"));
    header("small letters", "alg", text("rs256"));
    header("HMAC", "alg", text("HS256"));
    header("unknown", "alg", text("XX999"));
    header("empty", "alg", text(""));
    header("absent", "alg", QJsonValue::Undefined);
    header("a number", "alg", 256);
    header("there", "crit", QJsonArray{QStringLiteral("b64")});
    header("text", "crit", text("b64"));
    claim("another", "iss", text("https://evil.example.org"));
    claim("slash at the end", "iss", text("https://sso.example.org/"));
    claim("capital letters", "iss", text("https://SSO.example.org"));
    claim("absent", "iss", QJsonValue::Undefined);
    claim("an array", "iss", QJsonArray{QStringLiteral("https://sso.example.org")});
    claim("another", "aud", text("other"));
    claim("longer", "aud", text("latchkey-test2"));
    claim("others", "aud", QJsonArray{QStringLiteral("a"), QStringLiteral("b")});
    claim("empty array", "aud", QJsonArray());
    claim("absent", "aud", QJsonValue::Undefined);
    claim("an object", "aud", QJsonObject{{QStringLiteral("latchkey-test"), 1}});
    claim("another", "azp", text("other"));
    claim("a number", "azp", 7);
    QTest::newRow("azp: two audiences without it")
        << goodHeader()
        << with(goodClaims(), "aud", QJsonArray{QStringLiteral("latchkey-test"), QStringLiteral("api")})
        << QStringLiteral("azp");
    claim("over", "exp", secondsFromNow(-3600));
    claim("absent", "exp", QJsonValue::Undefined);
    claim("text", "exp", QString::number(secondsFromNow(600)));
    claim("negative", "exp", -1);
    claim("in an hour", "iat", secondsFromNow(3600));
    claim("absent", "iat", QJsonValue::Undefined);
    claim("true", "iat", true);
    claim("1e300", "iat", 1e300);
    claim("another", "nonce", text("n2"));
    claim("longer", "nonce", text("n11"));
    claim("absent", "nonce", QJsonValue::Undefined);
    claim("empty", "nonce", text(""));
    claim("absent", "sub", QJsonValue::Undefined);
    claim("empty", "sub", text(""));
    claim("a number", "sub", 7);
    claim("256 characters", "sub", QString(256, QLatin1Char('a')));
    claim("line break", "sub", text("ada\n"));
}

void TestIdToken::n42BadTokenIsDenied()
{
    QFETCH(QJsonObject, header);
    QFETCH(QJsonObject, claims);
    QFETCH(QString, detail);
    const auto token = IdToken::read(idTokenOf(header, claims), expectation());
    QVERIFY(!token);
    QCOMPARE(token.error().kind, Error::Kind::Denied);
    QCOMPARE(token.error().code, QStringLiteral("id_token"));
    QCOMPARE(token.error().detail, detail);
}

void TestIdToken::n42ClocksMayDifferByFiveMinutes_data()
{
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<int>("offset");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("expired 299 s ago") << QByteArray("exp") << -299 << true;
    QTest::newRow("expired 300 s ago") << QByteArray("exp") << -300 << false;
    QTest::newRow("issued in 300 s") << QByteArray("iat") << 300 << true;
    QTest::newRow("issued in 301 s") << QByteArray("iat") << 301 << false;
}

void TestIdToken::n42ClocksMayDifferByFiveMinutes()
{
    QFETCH(QByteArray, claim);
    QFETCH(int, offset);
    QFETCH(bool, isTaken);
    const QString token = idTokenOf(goodHeader(), with(goodClaims(), claim, secondsFromNow(offset)));
    QCOMPARE(bool(IdToken::read(token, expectation())), isTaken);
    IdTokenExpectation withoutClock = expectation();
    withoutClock.now = {};
    QVERIFY(bool(IdToken::read(token, withoutClock)));
}

void TestIdToken::whatIsNoTokenIsDenied_data()
{
    QTest::addColumn<QString>("token");
    const QString good = idTokenOf(goodHeader(), goodClaims());
    const QStringList parts = good.split(QLatin1Char('.'));
    QTest::newRow("empty") << QString();
    QTest::newRow("dots") << QStringLiteral("..");
    QTest::newRow("two parts") << parts[0] + QLatin1Char('.') + parts[1];
    QTest::newRow("no signature") << parts[0] + QLatin1Char('.') + parts[1] + QLatin1Char('.');
    QTest::newRow("encrypted: five parts") << good + QStringLiteral(".a.b");
    QTest::newRow("not base64url") << QStringLiteral("{}.{}.{}");
    QTest::newRow("not JSON") << QStringLiteral("YWJj.YWJj.YWJj");
    QTest::newRow("arrays") << QStringLiteral("W10.W10.W10");
    QTest::newRow("blank before it") << QLatin1Char(' ') + good;
    QTest::newRow("not ASCII") << QString::fromUtf8("é") + good;
    QTest::newRow("a million dots") << QString(1'000'000, QLatin1Char('.'));
    QTest::newRow("a million letters") << QString(1'000'000, QLatin1Char('a'));
}

void TestIdToken::whatIsNoTokenIsDenied()
{
    QFETCH(QString, token);
    const auto read = IdToken::read(token, expectation());
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("id_token"));
}

void TestIdToken::nonceAndSubjectCountOnlyWhereTheyAreExpected()
{
    const QString token = idTokenOf(goodHeader(), goodClaims());
    IdTokenExpectation expected = expectation();
    expected.nonce.clear();
    QVERIFY(bool(IdToken::read(token, expected)));
    expected.subject = QStringLiteral("ada");
    QVERIFY(bool(IdToken::read(token, expected)));
    expected.subject = QStringLiteral("grace");
    QVERIFY(!IdToken::read(token, expected));
}

void TestIdToken::itIsDueWhereItWasAskedForAndTheIssuerIsKnown_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("hasIssuer");
    QTest::addColumn<bool>("isDue");
    QTest::newRow("OpenID Connect") << QStringLiteral("profile openid") << true << true;
    QTest::newRow("plain OAuth 2") << QStringLiteral("read:user") << true << false;
    QTest::newRow("looks like it") << QStringLiteral("openid2 xopenid") << true << false;
    QTest::newRow("no issuer") << QStringLiteral("openid") << false << false;
    QTest::newRow("no scope") << QString() << true << false;
}

void TestIdToken::itIsDueWhereItWasAskedForAndTheIssuerIsKnown()
{
    QFETCH(QString, scope);
    QFETCH(bool, hasIssuer);
    QFETCH(bool, isDue);
    World world;
    world.client.scope = scope;
    if (!hasIssuer)
        world.server.issuer.clear();
    world.tokens.idToken.clear();
    const auto tokens = withSubject(world.tokens, world.server, world.client);
    QCOMPARE(bool(tokens), !isDue);
    if (isDue)
        QCOMPARE(tokens.error().code + QLatin1Char(' ') + tokens.error().detail, QStringLiteral("id_token missing"));
}

void TestIdToken::grantKeepsItsSubject()
{
    World world;
    const auto tokens = withSubject(world.tokens, world.server, world.client, QStringLiteral("n1"));
    QVERIFY(bool(tokens));
    QCOMPARE(tokens->subject, QStringLiteral("ada"));
    QCOMPARE(tokens->accessToken, QStringLiteral("at_1"));
}

void TestIdToken::grantWithAnotherNonceIsDenied()
{
    World world;
    const auto tokens = withSubject(world.tokens, world.server, world.client, QStringLiteral("n2"));
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().detail, QStringLiteral("nonce"));
}

void TestIdToken::refreshStaysWithThePerson_data()
{
    QTest::addColumn<QString>("idToken");
    QTest::addColumn<QString>("detail");
    QTest::newRow("none comes") << QString() << QString();
    QTest::newRow("the same person") << idTokenOf(goodHeader(), goodClaims()) << QString();
    QTest::newRow("the clock is wrong")
        << idTokenOf(goodHeader(), with(goodClaims(), "exp", secondsFromNow(-86400))) << QString();
    QTest::newRow("no ID token") << text("unexpected").toString() << QString();
    QTest::newRow("an encrypted one") << text("a.b.c.d.e").toString() << QString();
    QTest::newRow("not base64") << text("!.!.!").toString() << QString();
    QTest::newRow("somebody else")
        << idTokenOf(goodHeader(), with(goodClaims(), "sub", text("grace"))) << QStringLiteral("sub");
    QTest::newRow("another issuer")
        << idTokenOf(goodHeader(), with(goodClaims(), "iss", text("https://evil.example.org"))) << QStringLiteral("iss");
    QTest::newRow("another client")
        << idTokenOf(goodHeader(), with(goodClaims(), "aud", text("other"))) << QStringLiteral("aud");
}

void TestIdToken::refreshStaysWithThePerson()
{
    QFETCH(QString, idToken);
    QFETCH(QString, detail);
    World world;
    TokenSet before = world.tokens;
    before.subject = QStringLiteral("ada");
    world.tokens.idToken = idToken;
    const auto tokens = withSubjectOf(before, world.tokens, world.server, world.client);
    QCOMPARE(tokens ? QString() : tokens.error().detail, detail);
    if (tokens)
        QCOMPARE(tokens->subject, QStringLiteral("ada"));

    // A session without an ID token need not get one later.
    before.subject.clear();
    QVERIFY(bool(withSubjectOf(before, world.tokens, world.server, world.client)));
}

void TestIdToken::errorsPassThrough()
{
    World world;
    const Error error{Error::Kind::Unreachable, QStringLiteral("timed_out")};
    QCOMPARE(withSubject(error, world.server, world.client).error().code, error.code);
    QCOMPARE(withSubjectOf(world.tokens, error, world.server, world.client).error().code, error.code);
}

} // namespace tst_idtoken

LATCHKEY_TEST(tst_idtoken, TestIdToken, QCoreApplication)

#include "tst_idtoken.moc"
