// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

namespace tst_authorizationpages {

QString latin1(const char *text)
{
    return QLatin1String(text);
}

struct World
{
    World() { server.listen(); }

    QUrl url() const { return client.authorizationUrl(client.authorizationRequest()); }

    /// The authorization request with one parameter changed or, if null, left out.
    QUrl urlWith(const char *name, const QString &value) const
    {
        FormFields fields = client.authorizationRequest();
        fields.removeIf([&](const auto &field) { return field.first == QLatin1String(name); });
        if (!value.isNull())
            fields.append({latin1(name), value});
        return client.authorizationUrl(fields);
    }

    HttpReply get(const QUrl &url) { return client.send("GET", QNetworkRequest(url)); }
    HttpReply get(const char *path) { return get(server.origin().resolved(QUrl(latin1(path)))); }

    HttpReply logIn(const QString &returnTo)
    {
        return client.post(server.origin().resolved(QUrl(latin1("/login"))),
                           {{latin1("return_to"), returnTo},
                            {latin1("login"), demo::Login::userName()},
                            {latin1("password"), demo::Login::password()}});
    }

    demo::FaultyProvider server;
    DemoClient client{server};
};

QString errorIn(const HttpReply &reply)
{
    return QUrlQuery(reply.location).queryItemValue(latin1("error"));
}

class AuthorizationPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLoginPageShowsTheCredentials()
    {
        World world;
        const HttpReply reply = world.get(world.url());
        QCOMPARE(reply.status, 200);
        for (const char *part : {"<html lang=\"en\">", "<title>Sign in", "<label for=\"login\">", "<label for=\"password\">",
                                 "ada-demo", "open sesame"})
            QVERIFY2(reply.body.contains(part), part);
        QCOMPARE(reply.body.count(" autofocus"), 1);
        QVERIFY(!reply.body.contains("<script"));
        QVERIFY(!QString::fromUtf8(reply.body).contains(QRegularExpression(latin1("@[A-Z_]+@"))));
    }

    void formsMayLeadToTheApplication()
    {
        World world;
        const QByteArray policy = world.get(world.url()).headers.value("content-security-policy");
        QVERIFY(policy.contains("default-src 'none'"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY(!policy.contains("form-action")); // Chromium holds the redirect after the form to it.
    }

    void theLoginHintIsFilledInAndEscaped()
    {
        World world;
        const HttpReply reply = world.get(world.urlWith("login", latin1("\"><b>@PASSWORD@")));
        QVERIFY(reply.body.contains("value=\"&quot;&gt;&lt;b&gt;@PASSWORD@\""));
        QCOMPARE(reply.body.count(" autofocus"), 1);
        QVERIFY(!reply.body.contains("value=\"open sesame\""));
    }

    void theFormIsFilledInSoThatEnterIsEnough()
    {
        World world;
        const HttpReply first = world.get(world.url());
        QVERIFY(first.body.contains("name=\"login\" value=\"ada-demo\""));
        QVERIFY(first.body.contains("value=\"open sesame\""));
        QVERIFY(first.body.contains("<button type=\"submit\" autofocus>Sign in</button>"));
        QVERIFY(first.body.contains("Sign in as bo-demo instead"));
        const HttpReply other = world.get(world.urlWith("login", latin1("bo-demo")));
        QVERIFY(other.body.contains("name=\"login\" value=\"bo-demo\""));
        QVERIFY(other.body.contains("Sign in as ada-demo instead"));
    }

    void theOtherAccountIsOnePressAway()
    {
        World world;
        const QUrl target = world.url();
        const QString returnTo = target.path() + QLatin1Char('?') + target.query(QUrl::FullyEncoded);
        const HttpReply reply = world.client.post(world.server.origin().resolved(QUrl(latin1("/login"))),
                                                  {{latin1("return_to"), returnTo},
                                                   {latin1("login"), latin1("ada-demo")},
                                                   {latin1("password"), demo::Login::password()},
                                                   {latin1("instead"), latin1("bo-demo")}});
        QCOMPARE(reply.status, 302);
        QVERIFY(world.get(world.url()).body.contains("signed in as <strong>bo-demo</strong>"));
    }

    void accountPromptsAreAccepted()
    {
        World world;
        QCOMPARE(world.get(world.urlWith("prompt", latin1("select_account"))).status, 200);
    }

    void theSessionCookieIsHttpOnlyAndSameSite()
    {
        World world;
        const QByteArray cookie = world.client.logIn(world.url()).headers.value("set-cookie");
        QVERIFY(cookie.contains("HttpOnly"));
        QVERIFY(cookie.contains("SameSite=Lax"));
    }

    void theLoginLeadsBackToTheQuestionOnly_data()
    {
        QTest::addColumn<QString>("returnTo");
        QTest::newRow("nowhere") << QString();
        QTest::newRow("another page") << latin1("/ada-demo?a=b");
        QTest::newRow("another site") << latin1("https://evil.example/login/oauth/authorize?a=b");
        QTest::newRow("another site without a scheme") << latin1("//evil.example/login/oauth/authorize?a=b");
        QTest::newRow("more headers") << latin1("/login/oauth/authorize?a=b\r\nSet-Cookie: demo_session=evil");
        QTest::newRow("another site's code page") << latin1("https://evil.example/login/device");
        QTest::newRow("no page for people") << latin1("/login/device/code");
    }

    void theLoginLeadsBackToTheQuestionOnly()
    {
        QFETCH(QString, returnTo);
        World world;
        const HttpReply reply = world.logIn(returnTo);
        QCOMPARE(reply.status, 400);
        QVERIFY(!reply.headers.contains("location"));
        QVERIFY(!reply.headers.contains("set-cookie"));
    }

    void theConsentPageNamesTheScopes()
    {
        World world;
        world.client.logIn(world.url());
        const HttpReply reply = world.get(world.urlWith("scope", latin1("read:user <b>@CSRF_TOKEN@")));
        QVERIFY(reply.body.contains("<title>Authorize Latchkey"));
        QVERIFY(reply.body.contains("your profile"));
        QVERIFY(reply.body.contains("&lt;b&gt;@CSRF_TOKEN@"));
        const qsizetype authorize = reply.body.indexOf("value=\"1\" autofocus");
        QVERIFY(authorize > 0);
        QVERIFY(reply.body.indexOf(">Cancel<") > authorize);
    }

    void redirectUrisOfTheApplicationAreAccepted_data()
    {
        QTest::addColumn<QString>("redirectUri");
        QTest::addColumn<int>("status");
        QTest::newRow("any port") << latin1("http://127.0.0.1:65535/oauth/callback") << 200;
        QTest::newRow("IPv6") << latin1("http://[::1]:4711/oauth/callback") << 200;
        QTest::newRow("localhost") << latin1("http://localhost:4711/oauth/callback") << 400;
        QTest::newRow("another address") << latin1("http://127.0.0.2:4711/oauth/callback") << 400;
        QTest::newRow("https") << latin1("https://127.0.0.1:4711/oauth/callback") << 400;
        QTest::newRow("looks like it") << latin1("http://127.0.0.1@evil.example/oauth/callback") << 400;
        QTest::newRow("with a user") << latin1("http://a:b@127.0.0.1:4711/oauth/callback") << 400;
        QTest::newRow("with a query") << latin1("http://127.0.0.1:4711/oauth/callback?a=b") << 400;
        QTest::newRow("with a fragment") << latin1("http://127.0.0.1:4711/oauth/callback#a") << 400;
        QTest::newRow("longer path") << latin1("http://127.0.0.1:4711/oauth/callback/x") << 400;
        QTest::newRow("more headers") << latin1("http://127.0.0.1:4711/oauth/callback\r\nA: b") << 400;
        QTest::newRow("none") << QString() << 400;
    }

    void redirectUrisOfTheApplicationAreAccepted()
    {
        QFETCH(QString, redirectUri);
        QFETCH(int, status);
        World world;
        const HttpReply reply = world.get(world.urlWith("redirect_uri", redirectUri));
        QCOMPARE(reply.status, status);
        QVERIFY(reply.headers.value("content-type").startsWith("text/html"));
        QVERIFY(!reply.headers.contains("location"));
    }

    void challengesAreCheckedBeforeTheConsent_data()
    {
        QTest::addColumn<QString>("challenge");
        QTest::addColumn<QString>("error");
        QTest::newRow("43 characters") << QString(43, QLatin1Char('a')) << QString();
        QTest::newRow("128 characters") << QString(128, QLatin1Char('~')) << QString();
        QTest::newRow("42 characters") << QString(42, QLatin1Char('a')) << latin1("invalid_request");
        QTest::newRow("129 characters") << QString(129, QLatin1Char('a')) << latin1("invalid_request");
        QTest::newRow("reserved characters") << QString(43, QLatin1Char('=')) << latin1("invalid_request");
        QTest::newRow("none") << QString() << latin1("invalid_request");
    }

    void challengesAreCheckedBeforeTheConsent()
    {
        QFETCH(QString, challenge);
        QFETCH(QString, error);
        World world;
        const HttpReply reply = world.get(world.urlWith("code_challenge", challenge));
        QCOMPARE(reply.status, error.isEmpty() ? 200 : 302);
        QCOMPARE(errorIn(reply), error);
    }

    void aRepeatedParameterIsRefused()
    {
        World world;
        FormFields fields = world.client.authorizationRequest();
        fields.append({latin1("code_challenge_method"), latin1("S256")});
        QCOMPARE(errorIn(world.get(world.client.authorizationUrl(fields))), latin1("invalid_request"));
    }

    void theStateComesBackAsItWasSent_data()
    {
        QTest::addColumn<QString>("state");
        QTest::newRow("reserved characters") << latin1("a+b/c=d&e%20f");
        QTest::newRow("not ASCII") << QStringLiteral("łódź");
        QTest::newRow("none") << QString();
    }

    void theStateComesBackAsItWasSent()
    {
        QFETCH(QString, state);
        World world;
        const QUrl url = world.urlWith("state", state);
        world.client.logIn(url);
        const QUrlQuery answer(world.client.decide(url, true).location);
        QVERIFY(answer.hasQueryItem(latin1("code")));
        QVERIFY(!answer.hasQueryItem(latin1("iss")));
        QCOMPARE(answer.hasQueryItem(latin1("state")), !state.isNull());
        QCOMPARE(answer.queryItemValue(latin1("state"), QUrl::FullyDecoded), state);
    }

    void aRefusalIsExplained()
    {
        World world;
        const QUrlQuery answer = world.client.authorize(false);
        QVERIFY(!answer.queryItemValue(latin1("error_description")).isEmpty());
        QVERIFY(answer.queryItemValue(latin1("error_uri"), QUrl::FullyDecoded).startsWith(latin1("https://docs.github.com/")));
    }

    void otherMethodsAreRefused()
    {
        World world;
        QCOMPARE(world.client.send("DELETE", QNetworkRequest(world.url())).status, 405);
    }

    void thePublicPagesExist_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("start") << QByteArray("/") << 200 << QByteArray("href=\"/ada-demo\"");
        QTest::newRow("profile") << QByteArray("/ada-demo") << 200 << QByteArray("<h1>Ada Nordström</h1>");
        QTest::newRow("repository") << QByteArray("/ada-demo/tidewatch") << 200 << QByteArray("<h1>tidewatch</h1>");
        QTest::newRow("private repository") << QByteArray("/ada-demo/quayside") << 404 << QByteArray("nothing here");
        QTest::newRow("anything else") << QByteArray("/favicon.ico") << 404 << QByteArray("nothing here");
    }

    void thePublicPagesExist()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QByteArray, part);
        World world;
        const HttpReply reply = world.get(path.constData());
        QCOMPARE(reply.status, status);
        QVERIFY2(reply.body.contains(part), reply.body);
    }

    void theProfileIsPublic()
    {
        World world;
        const QUrl page(world.server.account().value(latin1("html_url")).toString());
        QCOMPARE(page.authority(), world.server.origin().authority());
        QCOMPARE(world.get(page).status, 200);
    }
};

} // namespace tst_authorizationpages

LATCHKEY_TEST(tst_authorizationpages, AuthorizationPagesTest, QCoreApplication)

#include "tst_authorizationpages.moc"
