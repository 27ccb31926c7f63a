// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/device/deviceauthorization.h"

#include "support/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_deviceauthorization {

using namespace oauth;
using namespace std::chrono_literals;

const QDateTime now(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC);

/// GitHub's answer with one member changed, or removed if the value is undefined.
QJsonObject answerWith(const char *name = "", const QJsonValue &value = QJsonValue::Undefined)
{
    QJsonObject answer{{QStringLiteral("device_code"), QStringLiteral("3584d83530557fdd1f46af8289938c8ef79f9dc5")},
                       {QStringLiteral("user_code"), QStringLiteral("WDJB-MJHT")},
                       {QStringLiteral("verification_uri"), QStringLiteral("https://github.com/login/device")},
                       {QStringLiteral("expires_in"), 900},
                       {QStringLiteral("interval"), 5}};
    answer.insert(QLatin1String(name), value);
    return answer;
}

Result<DeviceAuthorizationResponse> readBody(const QByteArray &body, int status = 200,
                                             const QByteArray &mediaType = "application/json")
{
    return readDeviceAuthorization({.status = status, .mediaType = mediaType, .body = body}, now);
}

Result<DeviceAuthorizationResponse> read(const QJsonObject &answer)
{
    return readBody(QJsonDocument(answer).toJson());
}

QJsonValue text(const char *value)
{
    return QString::fromUtf8(value);
}

QList<std::pair<const char *, QJsonValue>> addressesNotToOpen()
{
    return {{"plain http", text("http://github.com/login/device")},
            {"localhost", text("http://localhost/login/device")},
            {"a file", text("file:///etc/passwd")},
            {"a script", text("javascript:alert(1)")},
            {"data", text("data:text/html,hello")},
            {"a command", text("vscode://run")},
            {"an option", text("--help")},
            {"relative", text("/login/device")},
            {"a user in it", text("https://github.com@evil.example/device")},
            {"no host", text("https:///device")},
            {"line break", text("https://github.com/\nlogin")},
            {"a number", 7}};
}

class TestDeviceAuthorization : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThatTheServerSaysIsRead();
    void formEncodedAnswerIsRead();
    void senselessTimesAreReplaced_data();
    void senselessTimesAreReplaced();
    void whatCannotBeShownOrOpenedIsRefused_data();
    void whatCannotBeShownOrOpenedIsRefused();
    void completeAddressThatIsNotSafeIsLeftOut_data();
    void completeAddressThatIsNotSafeIsLeftOut();
    void verificationUrlCountsAsVerificationUri_data();
    void verificationUrlCountsAsVerificationUri();
    void mislabelledAnswerIsRead_data();
    void mislabelledAnswerIsRead();
    void codesThatPeopleCanReadAreTaken_data();
    void codesThatPeopleCanReadAreTaken();
    void refusalsKeepTheirCode_data();
    void refusalsKeepTheirCode();
};

void TestDeviceAuthorization::allThatTheServerSaysIsRead()
{
    const auto response =
        read(answerWith("verification_uri_complete", text("https://github.com/login/device?user_code=WDJB-MJHT#top")));
    QVERIFY(bool(response));
    QCOMPARE(response->deviceCode, QStringLiteral("3584d83530557fdd1f46af8289938c8ef79f9dc5"));
    QCOMPARE(response->lifetime, 900s);
    const DeviceAuthorization &authorization = response->authorization;
    QCOMPARE(authorization.userCode, QStringLiteral("WDJB-MJHT"));
    QCOMPARE(authorization.verificationUri, QUrl(QStringLiteral("https://github.com/login/device")));
    QCOMPARE(authorization.verificationUriComplete,
             QUrl(QStringLiteral("https://github.com/login/device?user_code=WDJB-MJHT#top")));
    QCOMPARE(authorization.expiresAt, now.addSecs(900));
    QCOMPARE(authorization.interval, 5s);
}

void TestDeviceAuthorization::formEncodedAnswerIsRead()
{
    const auto response =
        readBody("device_code=d1&user_code=WDJB-MJHT&verification_uri=https%3A%2F%2Fgithub.com%2Flogin%2Fdevice"
                 "&expires_in=600&interval=7",
                 200, "application/x-www-form-urlencoded");
    QVERIFY(bool(response));
    QCOMPARE(response->authorization.verificationUri, QUrl(QStringLiteral("https://github.com/login/device")));
    QVERIFY(response->authorization.verificationUriComplete.isEmpty());
    QCOMPARE(response->lifetime, 600s);
    QCOMPARE(response->authorization.interval, 7s);
}

void TestDeviceAuthorization::senselessTimesAreReplaced_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("lifetime");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << 5 << 900;
    QTest::newRow("null") << QJsonValue() << 5 << 900;
    QTest::newRow("0") << QJsonValue(0) << 5 << 900;
    QTest::newRow("negative") << QJsonValue(-30) << 5 << 900;
    QTest::newRow("true") << QJsonValue(true) << 5 << 900;
    QTest::newRow("words") << text("soon") << 5 << 900;
    QTest::newRow("nan") << text("nan") << 5 << 900;
    QTest::newRow("an object") << QJsonValue(QJsonObject()) << 5 << 900;
    QTest::newRow("text") << text("30") << 30 << 30;
    QTest::newRow("a fraction") << QJsonValue(7.2) << 8 << 8;
    QTest::newRow("1e300") << QJsonValue(1e300) << 300 << 86400;
    QTest::newRow("inf") << text("inf") << 300 << 86400;
}

void TestDeviceAuthorization::senselessTimesAreReplaced()
{
    QFETCH(QJsonValue, value);
    QFETCH(int, interval);
    QFETCH(int, lifetime);
    const auto withInterval = read(answerWith("interval", value));
    QVERIFY(bool(withInterval));
    QCOMPARE(withInterval->authorization.interval.count(), interval);
    const auto withLifetime = read(answerWith("expires_in", value));
    QVERIFY(bool(withLifetime));
    QCOMPARE(withLifetime->lifetime.count(), lifetime);
    QCOMPARE(withLifetime->authorization.expiresAt, now.addSecs(lifetime));
}

void TestDeviceAuthorization::whatCannotBeShownOrOpenedIsRefused_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *member, const char *title, const QJsonValue &value) {
        QTest::addRow("%s: %s", member, title) << QString::fromLatin1(member) << value;
    };
    for (const char *member : {"device_code", "user_code", "verification_uri"}) {
        row(member, "absent", QJsonValue::Undefined);
        row(member, "empty", text(""));
        row(member, "a number", 12345678);
        row(member, "an array", QJsonArray{QStringLiteral("https://github.com")});
    }
    row("device_code", "10 KB", QString(10'000, QLatin1Char('d')));
    row("user_code", "10 KB", QString(10'000, QLatin1Char('W')));
    row("user_code", "65 characters", QString(65, QLatin1Char('W')));
    row("user_code", "line break", text("WDJB\nMJHT"));
    row("user_code", "line break at the end", text("WDJB-MJHT\n"));
    row("user_code", "carriage return", text("WDJB\rMJHT"));
    row("user_code", "line separator", text("WDJB\u2028MJHT"));
    row("user_code", "blanks only", text("   "));
    row("user_code", "blank at the end", text("WDJB "));
    row("user_code", "escape sequence", text("WDJB\x1b[2JMJHT"));
    row("user_code", "null character", QString::fromLatin1("WDJB\0MJHT", 9));
    row("user_code", "right-to-left override", text("WDJB\u202eMJHT"));
    row("user_code", "nothing to be seen", text("\u200b\u200b"));
    for (const auto &[title, address] : addressesNotToOpen())
        row("verification_uri", title, address);
}

void TestDeviceAuthorization::whatCannotBeShownOrOpenedIsRefused()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    const auto response = read(answerWith(member.toLatin1(), value));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Error::Kind::Malformed);
    QCOMPARE(response.error().code, QStringLiteral("device_authorization_response"));
    QCOMPARE(response.error().detail, member);
}

void TestDeviceAuthorization::completeAddressThatIsNotSafeIsLeftOut_data()
{
    QTest::addColumn<QJsonValue>("value");
    for (const auto &[title, address] : addressesNotToOpen())
        QTest::newRow(title) << address;
}

void TestDeviceAuthorization::completeAddressThatIsNotSafeIsLeftOut()
{
    QFETCH(QJsonValue, value);
    for (const char *member : {"verification_uri_complete", "verification_url_complete"}) {
        const auto response = read(answerWith(member, value));
        QVERIFY(bool(response));
        QVERIFY(response->authorization.verificationUriComplete.isEmpty());
        QCOMPARE(response->authorization.userCode, QStringLiteral("WDJB-MJHT"));
    }
}

void TestDeviceAuthorization::verificationUrlCountsAsVerificationUri_data()
{
    QTest::addColumn<QJsonValue>("uri");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("empty") << text("");
    QTest::newRow("not safe") << text("http://example.org/device");
    QTest::newRow("a list") << QJsonValue(QJsonArray{QStringLiteral("https://example.org/device")});
}

/// Google's answer.
void TestDeviceAuthorization::verificationUrlCountsAsVerificationUri()
{
    QFETCH(QJsonValue, uri);
    QJsonObject answer = answerWith("verification_uri", uri);
    answer.insert(QStringLiteral("verification_url"), QStringLiteral("https://www.example.org/device"));
    answer.insert(QStringLiteral("verification_url_complete"), QStringLiteral("https://www.example.org/device?c=1"));
    const auto response = read(answer);
    QVERIFY(bool(response));
    QCOMPARE(response->authorization.verificationUri, QUrl(QStringLiteral("https://www.example.org/device")));
    QCOMPARE(response->authorization.verificationUriComplete, QUrl(QStringLiteral("https://www.example.org/device?c=1")));
}

void TestDeviceAuthorization::mislabelledAnswerIsRead_data()
{
    QTest::addColumn<QByteArray>("mediaType");
    for (const char *type : {"text/html", "text/plain", "", "application/x-www-form-urlencoded"})
        QTest::newRow(*type ? type : "none") << QByteArray(type);
}

void TestDeviceAuthorization::mislabelledAnswerIsRead()
{
    QFETCH(QByteArray, mediaType);
    const auto response = readBody("\xef\xbb\xbf" + QJsonDocument(answerWith()).toJson(), 200, mediaType);
    QVERIFY(bool(response));
    QCOMPARE(response->authorization.userCode, QStringLiteral("WDJB-MJHT"));
    QVERIFY(bool(readBody("device_code=d&user_code=U&verification_url=https%3A%2F%2Fexample.org%2Fdevice", 200, mediaType)));
}

void TestDeviceAuthorization::codesThatPeopleCanReadAreTaken_data()
{
    QTest::addColumn<QString>("userCode");
    QTest::newRow("GitHub's") << QStringLiteral("WDJB-MJHT");
    QTest::newRow("digits") << QStringLiteral("123456789");
    QTest::newRow("in groups") << QStringLiteral("123 456 789");
    QTest::newRow("64 characters") << QString(64, QLatin1Char('W'));
    QTest::newRow("not ASCII") << QString::fromUtf8("ДЖ-ЩЮ");
}

void TestDeviceAuthorization::codesThatPeopleCanReadAreTaken()
{
    QFETCH(QString, userCode);
    const auto response = read(answerWith("user_code", userCode));
    QVERIFY(bool(response));
    QCOMPARE(response->authorization.userCode, userCode);
}

void TestDeviceAuthorization::refusalsKeepTheirCode_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("GitHub, 200") << QByteArray(R"({"error": "device_flow_disabled"})") << 200 << Error::Kind::Denied
                                 << QStringLiteral("device_flow_disabled");
    QTest::newRow("RFC, 400") << QByteArray(R"({"error": "invalid_client"})") << 400 << Error::Kind::Denied
                              << QStringLiteral("invalid_client");
    QTest::newRow("404 without a reason") << QByteArray("{}") << 404 << Error::Kind::Denied << QStringLiteral("endpoint_missing");
    QTest::newRow("401 without a reason") << QByteArray() << 401 << Error::Kind::Denied << QStringLiteral("client_refused");
    QTest::newRow("403 without a reason") << QByteArray() << 403 << Error::Kind::Denied << QStringLiteral("access_refused");
    QTest::newRow("a page") << QByteArray("<html>") << 200 << Error::Kind::Malformed << QStringLiteral("web_page");
    QTest::newRow("nothing") << QByteArray() << 200 << Error::Kind::Malformed
                             << QStringLiteral("device_authorization_response");
}

void TestDeviceAuthorization::refusalsKeepTheirCode()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    const auto response = readBody(body, status);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, kind);
    QCOMPARE(response.error().code, code);
}

} // namespace tst_deviceauthorization

LATCHKEY_TEST(tst_deviceauthorization, TestDeviceAuthorization, QCoreApplication)

#include "tst_deviceauthorization.moc"
