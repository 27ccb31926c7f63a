// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"
#include "support/faultyprovider.h"
#include "support/test.h"

#include <QTemporaryDir>

namespace tst_demoprovider {

demo::DemoProvider::Options confidential()
{
    demo::DemoProvider::Options options;
    options.clientSecret = QStringLiteral("demo secret");
    return options;
}

struct World
{
    explicit World(const demo::DemoProvider::Options &options = confidential()) : server(options) { server.listen(); }

    /// The error of an authorization request with one parameter changed.
    QString errorWith(const char *name, const QString &value)
    {
        FormFields fields = client.authorizationRequest();
        for (auto &[key, text] : fields) {
            if (key == QLatin1String(name))
                text = value;
        }
        const HttpReply reply = client.send("GET", QNetworkRequest(client.authorizationUrl(fields)));
        return reply.status == 302 ? QUrlQuery(reply.location).queryItemValue(QStringLiteral("error"))
                                   : QStringLiteral("page %1").arg(reply.status);
    }

    demo::FaultyProvider server;
    DemoClient client{server};
};

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

class DemoProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignInLeadsToTheAccount()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        QVERIFY(text(tokens, "access_token").startsWith(QLatin1String("ghu_")));
        QCOMPARE(text(tokens, "scope"), QStringLiteral("read:user,user:email"));
        QCOMPARE(tokens.value(QLatin1String("expires_in")).toInt(), 28800);
        const HttpReply user = world.client.get(QStringLiteral("/user"), text(tokens, "access_token"));
        QCOMPARE(user.status, 200);
        QCOMPARE(text(user.json(), "login"), QStringLiteral("ada-demo"));
        QVERIFY(user.headers.contains("x-github-request-id"));
        QCOMPARE(user.headers.value("x-ratelimit-remaining"), QByteArray("4999"));
    }

    void wrongAuthorizationRequestsAreRefused()
    {
        World world;
        QCOMPARE(world.errorWith("client_id", QStringLiteral("other")), QStringLiteral("page 400"));
        QCOMPARE(world.errorWith("redirect_uri", QStringLiteral("http://evil.example/oauth/callback")), QStringLiteral("page 400"));
        QCOMPARE(world.errorWith("redirect_uri", QStringLiteral("http://127.0.0.1:1/other")), QStringLiteral("page 400"));
        QCOMPARE(world.errorWith("response_type", QStringLiteral("token")), QStringLiteral("unsupported_response_type"));
        QCOMPARE(world.errorWith("code_challenge", QStringLiteral("short")), QStringLiteral("invalid_request"));
        QCOMPARE(world.errorWith("code_challenge_method", QStringLiteral("plain")), QStringLiteral("invalid_request"));
    }

    void aWrongPasswordLeadsNowhere()
    {
        World world;
        const QUrl url = world.client.authorizationUrl(world.client.authorizationRequest());
        const HttpReply reply = world.client.logIn(url, QStringLiteral("wrong"));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("Incorrect"));
        QCOMPARE(world.client.decide(url, true).status, 200);
    }

    void aDeclinedConsentIsAnError()
    {
        World world;
        const QUrlQuery answer = world.client.authorize(false);
        QCOMPARE(answer.queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
        QCOMPARE(answer.queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded), QStringLiteral("st&te"));
        QVERIFY(!answer.hasQueryItem(QStringLiteral("code")));
    }

    void aFormWithoutTheCsrfTokenIsRefused()
    {
        World world;
        const QUrl url = world.client.authorizationUrl(world.client.authorizationRequest());
        world.client.logIn(url);
        QCOMPARE(world.client.post(url, {{QStringLiteral("authorize"), QStringLiteral("1")}}).status, 400);
    }

    void aCodeThatIsUsedTwiceEndsItsTokens()
    {
        World world;
        const QString code = world.client.authorize().queryItemValue(QStringLiteral("code"));
        QVERIFY(!text(world.client.exchange(code), "access_token").isEmpty());
        QCOMPARE(text(world.client.exchange(code), "error"), QStringLiteral("bad_verification_code"));
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void wrongTokenRequestsAreErrorsWithStatus200_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("error");
        QTest::newRow("verifier") << QStringLiteral("code_verifier") << QStringLiteral("bad_verification_code");
        QTest::newRow("secret") << QStringLiteral("client_secret") << QStringLiteral("incorrect_client_credentials");
        QTest::newRow("redirect URI") << QStringLiteral("redirect_uri") << QStringLiteral("redirect_uri_mismatch");
        QTest::newRow("grant type") << QStringLiteral("grant_type") << QStringLiteral("unsupported_grant_type");
    }

    void wrongTokenRequestsAreErrorsWithStatus200()
    {
        QFETCH(QString, name);
        QFETCH(QString, error);
        World world;
        FormFields fields = world.client.tokenRequest(world.client.authorize().queryItemValue(QStringLiteral("code")));
        for (auto &[key, value] : fields) {
            if (key == name)
                value = QStringLiteral("wrong");
        }
        const HttpReply reply = world.client.post(world.server.tokenEndpoint(), fields, "application/json");
        QCOMPARE(reply.status, 200);
        QCOMPARE(text(reply.json(), "error"), error);
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void theTokenAnswerIsAFormUnlessJsonIsRequested()
    {
        World world;
        const QString code = world.client.authorize().queryItemValue(QStringLiteral("code"));
        const HttpReply reply = world.client.post(world.server.tokenEndpoint(), world.client.tokenRequest(code), "*/*");
        QVERIFY(reply.headers.value("content-type").startsWith("application/x-www-form-urlencoded"));
        QVERIFY(QUrlQuery(QString::fromLatin1(reply.body)).hasQueryItem(QStringLiteral("access_token")));
    }

    void aRefreshTokenWorksOnceAndEndsTheTokenBeforeIt()
    {
        World world;
        const QJsonObject first = world.client.signIn();
        const QJsonObject second = world.client.refresh(text(first, "refresh_token"));
        QVERIFY(!text(second, "refresh_token").isEmpty());
        QCOMPARE(text(world.client.refresh(text(first, "refresh_token")), "error"), QStringLiteral("bad_refresh_token"));
        QCOMPARE(world.client.get(QStringLiteral("/user"), text(first, "access_token")).status, 401);
        QCOMPARE(world.client.get(QStringLiteral("/user"), text(second, "access_token")).status, 200);
    }

    void tokensOfAnOAuthAppDoNotExpire()
    {
        demo::DemoProvider::Options options = confidential();
        options.accessTokenLifetime = std::chrono::seconds(0);
        World world(options);
        const QJsonObject tokens = world.client.signIn();
        QVERIFY(text(tokens, "access_token").startsWith(QLatin1String("gho_")));
        QVERIFY(!tokens.contains(QLatin1String("expires_in")));
        QVERIFY(!tokens.contains(QLatin1String("refresh_token")));
    }

    void unchangedAnswersAreNotSentAgainAndDoNotCount()
    {
        World world;
        const QString token = text(world.client.signIn(), "access_token");
        const HttpReply first = world.client.get(QStringLiteral("/user"), token);
        const HttpReply second = world.client.get(QStringLiteral("/user"), token, first.headers.value("etag"));
        QCOMPARE(second.status, 304);
        const HttpReply third = world.client.get(QStringLiteral("/user"), token);
        QCOMPARE(third.headers.value("x-ratelimit-used"), QByteArray("2"));
    }

    void repositoriesComeInPages()
    {
        World world;
        const QString token = text(world.client.signIn(), "access_token");
        const HttpReply page = world.client.get(QStringLiteral("/user/repos?per_page=5&page=2"), token);
        QCOMPARE(QJsonDocument::fromJson(page.body).array().size(), 5);
        const QByteArray link = page.headers.value("link");
        QVERIFY(link.contains("page=3>; rel=\"next\""));
        QVERIFY(link.contains("page=6>; rel=\"last\""));
        QVERIFY(link.contains("page=1>; rel=\"prev\""));
    }

    void revocationEndsTheGrant()
    {
        World world;
        const QJsonObject tokens = world.client.signIn();
        const HttpReply reply = world.client.post(world.server.revocationEndpoint(),
                                                  {{QStringLiteral("token"), text(tokens, "refresh_token")},
                                                   {QStringLiteral("client_id"), QStringLiteral("latchkey-demo")},
                                                   {QStringLiteral("client_secret"), QStringLiteral("demo secret")}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void tokenDeletionNeedsTheSecretAndAValidToken()
    {
        World world;
        const QString token = text(world.client.signIn(), "access_token");
        QCOMPARE(world.client.deleteToken(QString()).status, 422);
        QCOMPARE(world.client.deleteToken(token).status, 204);
        QCOMPARE(world.client.deleteToken(token).status, 404);
    }

    void aRestartForgetsNobodyAndTheFileHasNoToken()
    {
        QTemporaryDir folder;
        demo::DemoProvider::Options options = confidential();
        options.ledgerFile = folder.filePath(QStringLiteral("ledger.json"));
        QJsonObject tokens;
        {
            World world(options);
            tokens = world.client.signIn();
        }
        World world(options);
        QCOMPARE(world.client.get(QStringLiteral("/user"), text(tokens, "access_token")).status, 200);
        QFile file(options.ledgerFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray ledger = file.readAll();
        QVERIFY(!ledger.isEmpty());
        QVERIFY(!ledger.contains(text(tokens, "access_token").toLatin1()));
        QVERIFY(!ledger.contains(text(tokens, "refresh_token").toLatin1()));
    }

    void anUnreadableLedgerCountsAsMissing()
    {
        QTemporaryDir folder;
        demo::DemoProvider::Options options;
        options.ledgerFile = folder.filePath(QStringLiteral("ledger.json"));
        QFile file(options.ledgerFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"grants\": [7, {\"access\": 1");
        file.close();
        World world(options);
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void faultsApplyForAsManyRequestsAsTheySay()
    {
        World world;
        const QString token = text(world.client.signIn(), "access_token");
        world.server.misbehave(demo::Endpoint::User, {.response = {.status = 502}, .times = 2});
        QCOMPARE(world.client.get(QStringLiteral("/user"), token).status, 502);
        QCOMPARE(world.client.get(QStringLiteral("/user"), token).status, 502);
        QCOMPARE(world.client.get(QStringLiteral("/user"), token).status, 200);
        world.server.misbehave(demo::Endpoint::User, {.kind = demo::Fault::Kind::Reset, .times = -1});
        QCOMPARE(world.client.get(QStringLiteral("/user"), token).status, 0);
        world.server.behave();
        QCOMPARE(world.client.get(QStringLiteral("/user"), token).status, 200);
    }
};

} // namespace tst_demoprovider

LATCHKEY_TEST(tst_demoprovider, DemoProviderTest, QCoreApplication)

#include "tst_demoprovider.moc"
