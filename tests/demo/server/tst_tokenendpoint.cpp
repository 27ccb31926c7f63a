// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

namespace tst_tokenendpoint {

QString latin1(const char *text)
{
    return QLatin1String(text);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

struct World
{
    explicit World(const demo::DemoProvider::Options &options = {}) : server(options) { server.listen(); }

    QString newCode() { return client.authorize().queryItemValue(latin1("code")); }

    /// The answer to a token request with one parameter changed or, if null, left out.
    QJsonObject exchangeWith(const char *name, const QString &value)
    {
        FormFields fields = client.tokenRequest(newCode());
        fields.removeIf([&](const auto &field) { return field.first == QLatin1String(name); });
        if (!value.isNull())
            fields.append({latin1(name), value});
        return client.post(server.tokenEndpoint(), fields, "application/json").json();
    }

    HttpReply revoke(const QString &token, const FormFields &more = {})
    {
        return client.post(server.revocationEndpoint(),
                           FormFields{{latin1("token"), token}, {latin1("client_id"), latin1("latchkey-demo")}} + more);
    }

    HttpReply deleteToken(const QByteArray &credentials, const char *path = "/api/v3/applications/latchkey-demo/token")
    {
        QNetworkRequest request(server.origin().resolved(QUrl(latin1(path))));
        request.setRawHeader("Authorization", "Basic " + credentials.toBase64());
        return client.send("DELETE", request, "{\"access_token\": \"unknown\"}");
    }

    demo::FaultyProvider server;
    DemoClient client{server};
};

demo::DemoProvider::Options confidential()
{
    demo::DemoProvider::Options options;
    options.clientSecret = QStringLiteral("demo secret");
    return options;
}

class TokenEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublicClientNeedsNoSecret()
    {
        World world;
        QVERIFY(!text(world.exchangeWith("client_secret", {}), "access_token").isEmpty());
    }

    void aConfidentialClientNeedsItsSecret()
    {
        World world(confidential());
        QCOMPARE(text(world.exchangeWith("client_secret", {}), "error"), latin1("incorrect_client_credentials"));
        QVERIFY(!text(world.exchangeWith("client_secret", latin1("demo secret")), "access_token").isEmpty());
    }

    void theGrantTypeMayBeAbsent()
    {
        World world;
        QVERIFY(!text(world.exchangeWith("grant_type", {}), "access_token").isEmpty());
    }

    void theTokenAnswerIsComplete()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        QCOMPARE(text(tokens, "token_type"), latin1("bearer"));
        QVERIFY(text(tokens, "refresh_token").startsWith(latin1("ghr_")));
        QCOMPARE(tokens.value(latin1("refresh_token_expires_in")).toInt(), 15811200);
    }

    void wrongRequestsAreErrorsWithAnExplanation_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        const QString badCode = QStringLiteral("bad_verification_code");
        QTest::newRow("another client") << QByteArray("client_id") << latin1("other") << latin1("incorrect_client_credentials");
        QTest::newRow("no client") << QByteArray("client_id") << QString() << latin1("incorrect_client_credentials");
        QTest::newRow("another code") << QByteArray("code") << latin1("other") << badCode;
        QTest::newRow("no code") << QByteArray("code") << QString() << badCode;
        QTest::newRow("another verifier") << QByteArray("code_verifier") << QString(50, QLatin1Char('w')) << badCode;
        QTest::newRow("no verifier") << QByteArray("code_verifier") << QString() << badCode;
        QTest::newRow("another port") << QByteArray("redirect_uri") << latin1("http://127.0.0.1:2/oauth/callback")
                                      << latin1("redirect_uri_mismatch");
        QTest::newRow("no redirect URI") << QByteArray("redirect_uri") << QString() << latin1("redirect_uri_mismatch");
        QTest::newRow("password grant") << QByteArray("grant_type") << latin1("password") << latin1("unsupported_grant_type");
    }

    void wrongRequestsAreErrorsWithAnExplanation()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        World world;
        const QJsonObject answer = world.exchangeWith(name.constData(), value);
        QCOMPARE(text(answer, "error"), error);
        QVERIFY(!text(answer, "error_description").isEmpty());
        QVERIFY(!text(answer, "error_uri").isEmpty());
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void aShortVerifierIsRefusedEvenIfItMatches()
    {
        World world;
        FormFields request = world.client.authorizationRequest();
        const QByteArray hash = QCryptographicHash::hash("short", QCryptographicHash::Sha256)
                                    .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        for (auto &[name, value] : request) {
            if (name == latin1("code_challenge"))
                value = QString::fromLatin1(hash);
        }
        const QUrl url = world.client.authorizationUrl(request);
        world.client.logIn(url);
        const QUrlQuery redirect(world.client.decide(url, true).location);
        FormFields fields = world.client.tokenRequest(redirect.queryItemValue(latin1("code")));
        for (auto &[name, value] : fields) {
            if (name == latin1("code_verifier"))
                value = latin1("short");
        }
        const QJsonObject answer = world.client.post(world.server.tokenEndpoint(), fields, "application/json").json();
        QCOMPARE(text(answer, "error"), latin1("bad_verification_code"));
    }

    void aCodeExpiresAfterTenMinutes()
    {
        World world;
        const QString code = world.newCode();
        world.server.expireCodes();
        QCOMPARE(text(world.client.exchange(code), "error"), latin1("bad_verification_code"));
    }

    void aCodeThatFailedOnceIsSpent()
    {
        World world;
        const QString code = world.newCode();
        FormFields fields = world.client.tokenRequest(code);
        fields.removeIf([](const auto &field) { return field.first == QLatin1String("code_verifier"); });
        world.client.post(world.server.tokenEndpoint(), fields);
        QCOMPARE(text(world.client.exchange(code), "error"), latin1("bad_verification_code"));
    }

    void errorsAreFormEncodedUnlessJsonIsRequested()
    {
        World world;
        const HttpReply reply = world.client.post(world.server.tokenEndpoint(), {}, "*/*");
        QCOMPARE(reply.status, 200);
        QCOMPARE(QUrlQuery(QString::fromLatin1(reply.body)).queryItemValue(latin1("error")),
                 latin1("incorrect_client_credentials"));
    }

    void tokenRequestsMustBePosted()
    {
        World world;
        QCOMPARE(world.client.send("GET", QNetworkRequest(world.server.tokenEndpoint())).status, 404);
    }

    void withoutRotationTheRefreshTokenWorksAgain()
    {
        demo::DemoProvider::Options options;
        options.rotateRefreshTokens = false;
        World world(options);
        const QJsonObject first = world.client.signIn();
        QVERIFY(!world.client.refresh(text(first, "refresh_token")).contains(latin1("refresh_token")));
        QVERIFY(!text(world.client.refresh(text(first, "refresh_token")), "access_token").isEmpty());
    }

    void expiredTokensAreRefreshed()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        world.server.expireAccessTokens();
        QCOMPARE(world.client.get(latin1("/user"), text(tokens, "access_token")).status, 401);
        const QJsonObject renewed = world.client.refresh(text(tokens, "refresh_token"));
        QCOMPARE(world.client.get(latin1("/user"), text(renewed, "access_token")).status, 200);
    }

    void revocationOfAnAccessTokenLeavesTheRefreshToken()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        QCOMPARE(world.revoke(text(tokens, "access_token")).status, 200);
        QCOMPARE(world.client.get(latin1("/user"), text(tokens, "access_token")).status, 401);
        QCOMPARE(world.server.liveTokenCount(), 1);
    }

    void revocationFindsATokenDespiteAWrongHint()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        world.revoke(text(tokens, "refresh_token"), {{latin1("token_type_hint"), latin1("access_token")}});
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void revocationOfAnUnknownTokenSucceeds()
    {
        World world;
        world.client.signIn();
        QCOMPARE(world.revoke(latin1("unknown")).status, 200);
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void revocationIsForTheClientOnly()
    {
        World world(confidential());
        const QJsonObject tokens = world.client.signIn();
        QCOMPARE(world.revoke(text(tokens, "refresh_token")).status, 401);
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void revokingEverythingEndsAllTokens()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        world.server.revokeEverything();
        QCOMPARE(world.client.get(latin1("/user"), text(tokens, "access_token")).status, 401);
        QCOMPARE(text(world.client.refresh(text(tokens, "refresh_token")), "error"), latin1("bad_refresh_token"));
    }

    void tokenDeletionIsForTheClientWithItsSecret()
    {
        World world(confidential());
        QCOMPARE(world.deleteToken("latchkey-demo:wrong").status, 401);
        QCOMPARE(world.deleteToken("latchkey-demo:demo secret").status, 404);
        QCOMPARE(world.deleteToken("latchkey-demo:demo secret", "/api/v3/applications/other/token").status, 404);
    }

    void tokenDeletionIsNotForPublicClients()
    {
        World world;
        QCOMPARE(world.deleteToken("latchkey-demo:").status, 401);
    }
};

} // namespace tst_tokenendpoint

LATCHKEY_TEST(tst_tokenendpoint, TokenEndpointTest, QCoreApplication)

#include "tst_tokenendpoint.moc"
