// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

namespace tst_devicepages {

QString latin1(const char *text)
{
    return QLatin1String(text);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

demo::DemoProvider::Options options(int interval)
{
    demo::DemoProvider::Options options;
    options.deviceCodeInterval = std::chrono::seconds(interval);
    return options;
}

struct World
{
    explicit World(const demo::DemoProvider::Options &options = {}) : server(options) { server.listen(); }

    HttpReply askForCode(const FormFields &fields = {{latin1("client_id"), latin1("latchkey-demo")},
                                                     {latin1("scope"), latin1("read:user repo")}})
    {
        return client.post(server.deviceAuthorizationEndpoint(), fields, "application/json");
    }

    /// The answer's members. Keeps the code for poll().
    QJsonObject newCode()
    {
        const QJsonObject answer = askForCode().json();
        deviceCode = text(answer, "device_code");
        userCode = text(answer, "user_code");
        return answer;
    }

    QJsonObject poll() { return pollWith("device_code", deviceCode); }
    QJsonObject pollWith(const char *name, const QString &value)
    {
        FormFields fields{{latin1("grant_type"), latin1("urn:ietf:params:oauth:grant-type:device_code")},
                          {latin1("client_id"), latin1("latchkey-demo")},
                          {latin1("device_code"), deviceCode}};
        fields.removeIf([&](const auto &field) { return field.first == QLatin1String(name); });
        fields.append({latin1(name), value});
        return client.post(server.tokenEndpoint(), fields, "application/json").json();
    }

    QUrl devicePage() const { return server.origin().resolved(QUrl(latin1("/login/device"))); }
    HttpReply get(const QUrl &url) { return client.send("GET", QNetworkRequest(url)); }

    HttpReply logIn(const QString &returnTo = QStringLiteral("/login/device"))
    {
        return client.post(server.origin().resolved(QUrl(latin1("/login"))),
                           {{latin1("return_to"), returnTo},
                            {latin1("login"), demo::Login::userName()},
                            {latin1("password"), demo::Login::password()}});
    }

    /// Sends the page's form with its CSRF token.
    HttpReply submit(const FormFields &fields)
    {
        static const QRegularExpression csrfToken(latin1("name=\"authenticity_token\" value=\"([^\"]+)\""));
        const QString page = QString::fromUtf8(get(devicePage()).body);
        return client.post(devicePage(), FormFields{{latin1("authenticity_token"), csrfToken.match(page).captured(1)}} + fields);
    }
    HttpReply typeCode(const QString &code) { return submit({{latin1("user_code"), code}}); }
    HttpReply decide(const char *authorize)
    {
        return submit({{latin1("user_code"), userCode}, {latin1("authorize"), latin1(authorize)}});
    }

    demo::FaultyProvider server;
    DemoClient client{server};
    QString deviceCode;
    QString userCode;
};

class DevicePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCodeAnswerHasGitHubsFieldsAndMore()
    {
        World world;
        const QJsonObject answer = world.newCode();
        QVERIFY(QRegularExpression(latin1("^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$")).match(world.userCode).hasMatch());
        QCOMPARE(answer.value(latin1("expires_in")), QJsonValue(900));
        QCOMPARE(answer.value(latin1("interval")), QJsonValue(5));
        QCOMPARE(text(answer, "verification_uri"), world.devicePage().toString());
        QCOMPARE(text(answer, "verification_uri_complete"),
                 world.devicePage().toString() + latin1("?user_code=") + world.userCode);
        const QString first = world.deviceCode;
        world.newCode();
        QVERIFY(world.deviceCode != first);
    }

    void theCodeAnswerIsFormEncodedUnlessJsonIsRequested()
    {
        World world;
        const HttpReply reply = world.client.post(world.server.deviceAuthorizationEndpoint(),
                                                  {{latin1("client_id"), latin1("latchkey-demo")}});
        QVERIFY(reply.headers.value("content-type").startsWith("application/x-www-form-urlencoded"));
        QVERIFY(reply.body.contains("verification_uri=http%3A%2F%2F127.0.0.1"));
    }

    void anUnknownClientGetsNoCode()
    {
        World world;
        const HttpReply reply = world.askForCode({{latin1("client_id"), latin1("other")}});
        QCOMPARE(reply.status, 404);
        QCOMPARE(text(reply.json(), "error"), latin1("Not Found"));
        QCOMPARE(world.get(world.server.deviceAuthorizationEndpoint()).status, 404);
    }

    void aDisabledDeviceFlowIsReported()
    {
        demo::DemoProvider::Options options;
        options.hasDeviceFlow = false;
        World world(options);
        QCOMPARE(text(world.newCode(), "error"), latin1("device_flow_disabled"));
    }

    void consentLeadsToTokensOnce()
    {
        World world(options(0));
        world.newCode();
        QCOMPARE(text(world.poll(), "error"), latin1("authorization_pending"));
        world.logIn();
        QCOMPARE(text(world.poll(), "error"), latin1("authorization_pending"));
        const HttpReply question = world.typeCode(world.userCode);
        QVERIFY(question.body.contains("<title>Authorize Latchkey"));
        QVERIFY(question.body.contains(world.userCode.toLatin1()));
        QVERIFY(question.body.contains("your repositories"));
        QVERIFY(world.decide("1").body.contains("<h1>Your device is connected</h1>"));
        const QJsonObject tokens = world.poll();
        QVERIFY(text(tokens, "access_token").startsWith(latin1("ghu_")));
        QCOMPARE(text(tokens, "scope"), latin1("read:user,repo"));
        QCOMPARE(world.client.get(latin1("/user"), text(tokens, "access_token")).status, 200);
        QCOMPARE(text(world.poll(), "error"), latin1("incorrect_device_code"));
        QVERIFY(world.typeCode(world.userCode).body.contains("not right, or its time is over"));
    }

    void aRefusalIsReportedOnce()
    {
        World world(options(0));
        world.newCode();
        world.logIn();
        QVERIFY(world.decide("0").body.contains("<h1>Nothing is connected</h1>"));
        QCOMPARE(text(world.poll(), "error"), latin1("access_denied"));
        QCOMPARE(text(world.poll(), "error"), latin1("incorrect_device_code"));
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void pollingTooSoonMakesTheIntervalLonger()
    {
        World world(options(60));
        world.newCode();
        QCOMPARE(text(world.poll(), "error"), latin1("authorization_pending"));
        const QJsonObject first = world.poll();
        QCOMPARE(text(first, "error"), latin1("slow_down"));
        QCOMPARE(first.value(latin1("interval")), QJsonValue(65));
        QCOMPARE(world.poll().value(latin1("interval")), QJsonValue(70));
    }

    void aCodeExpires()
    {
        World world(options(0));
        world.newCode();
        world.logIn();
        world.server.expireDeviceCodes();
        QVERIFY(world.typeCode(world.userCode).body.contains("not right, or its time is over"));
        world.decide("1");
        QCOMPARE(text(world.poll(), "error"), latin1("expired_token"));
    }

    void wrongPollsAreErrorsWithStatus200_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("another code") << QByteArray("device_code") << latin1("other") << latin1("incorrect_device_code");
        QTest::newRow("no code") << QByteArray("device_code") << QString() << latin1("incorrect_device_code");
        QTest::newRow("another client") << QByteArray("client_id") << latin1("other") << latin1("incorrect_client_credentials");
        QTest::newRow("another grant") << QByteArray("grant_type") << latin1("device_code") << latin1("unsupported_grant_type");
    }

    void wrongPollsAreErrorsWithStatus200()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        World world;
        world.newCode();
        QCOMPARE(text(world.pollWith(name, value), "error"), error);
    }

    void codesAreAcceptedAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("as shown") << latin1("%1-%2") << true;
        QTest::newRow("without the dash") << latin1("%1%2") << true;
        QTest::newRow("with blanks") << latin1(" %1 %2 ") << true;
        QTest::newRow("half of it") << latin1("%1") << false;
        QTest::newRow("more") << latin1("%1-%2-B") << false;
        QTest::newRow("nothing") << QString() << false;
    }

    void codesAreAcceptedAsPeopleTypeThem()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isTaken);
        World world;
        world.newCode();
        world.logIn();
        const QString typed = pattern.arg(world.userCode.first(4).toLower(), world.userCode.last(4));
        QCOMPARE(world.typeCode(typed).body.contains("<title>Authorize Latchkey"), isTaken);
    }

    void theLoginLeadsBackToTheCode()
    {
        World world;
        const QUrl page(text(world.newCode(), "verification_uri_complete"));
        const HttpReply login = world.get(page);
        QVERIFY(login.body.contains("<title>Sign in"));
        const QString returnTo = latin1("/login/device?user_code=") + world.userCode;
        QVERIFY(login.body.contains("name=\"return_to\" value=\"" + returnTo.toLatin1() + '"'));
        QCOMPARE(world.logIn(returnTo).location, QUrl(returnTo));
        const HttpReply form = world.get(page);
        QVERIFY(form.body.contains("<title>Connect a device"));
        QVERIFY(form.body.contains("value=\"" + world.userCode.toLatin1() + '"'));
    }

    void aFormWithoutTheCsrfTokenDecidesNothing_data()
    {
        QTest::addColumn<QString>("csrfToken");
        QTest::newRow("none") << QString();
        QTest::newRow("another") << latin1("other");
    }

    void aFormWithoutTheCsrfTokenDecidesNothing()
    {
        QFETCH(QString, csrfToken);
        World world(options(0));
        world.newCode();
        world.logIn();
        const HttpReply reply = world.client.post(world.devicePage(), {{latin1("authenticity_token"), csrfToken},
                                                                       {latin1("user_code"), world.userCode},
                                                                       {latin1("authorize"), latin1("1")}});
        QCOMPARE(reply.status, 400);
        QCOMPARE(text(world.poll(), "error"), latin1("authorization_pending"));
    }

    void decisionsNeedALogin()
    {
        World world(options(0));
        world.newCode();
        const HttpReply reply = world.client.post(world.devicePage(), {{latin1("user_code"), world.userCode},
                                                                       {latin1("authorize"), latin1("1")}});
        QVERIFY(reply.body.contains("<title>Sign in"));
        QCOMPARE(text(world.poll(), "error"), latin1("authorization_pending"));
    }

    void theTypedCodeIsEscaped()
    {
        World world;
        world.logIn();
        const HttpReply reply = world.typeCode(latin1("\"><b>@TROUBLE@"));
        QVERIFY(reply.body.contains("value=\"&quot;&gt;&lt;b&gt;@TROUBLE@\""));
    }
};

} // namespace tst_devicepages

LATCHKEY_TEST(tst_devicepages, DevicePagesTest, QCoreApplication)

#include "tst_devicepages.moc"
