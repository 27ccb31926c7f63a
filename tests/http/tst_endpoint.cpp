// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/endpoint.h"

#include "support/test.h"

namespace tst_endpoint {

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void safeEndpointsAreHttpsOrLoopback_data();
    void safeEndpointsAreHttpsOrLoopback();
    void originIsSchemeHostAndPort_data();
    void originIsSchemeHostAndPort();
};

void TestEndpoint::safeEndpointsAreHttpsOrLoopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isSafe");
    const auto add = [](const char *url, bool isSafe) { QTest::newRow(url) << QString::fromLatin1(url) << isSafe; };
    add("https://id.example/token", true);
    add("https://id.example:8443/token?tenant=a", true);
    add("http://127.0.0.1:8080/token", true);
    add("http://[::1]:8080/token", true);
    add("http://localhost:8080/token", false);
    add("http://127.0.0.1.evil.example/token", false);
    add("http://127.0.0.2/token", false);
    add("http://id.example/token", false);
    add("https://id.example/token#fragment", false);
    add("https://user:pass@id.example/token", false);
    add("https://user@id.example/token", false);
    add("https:///token", false);
    add("file:///etc/passwd", false);
    add("javascript:alert(1)", false);
    add("ftp://id.example/token", false);
    add("/token", false);
    add("", false);
}

void TestEndpoint::safeEndpointsAreHttpsOrLoopback()
{
    QFETCH(QString, url);
    QFETCH(bool, isSafe);
    QCOMPARE(http::isSafeEndpoint(QUrl(url, QUrl::StrictMode)), isSafe);
}

void TestEndpoint::originIsSchemeHostAndPort_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("isSame");
    const auto add = [](const char *left, const char *right, bool isSame) {
        QTest::addRow("%s %s", left, right) << QString::fromLatin1(left) << QString::fromLatin1(right) << isSame;
    };
    add("https://id.example/a", "https://id.example/b?c", true);
    add("https://id.example/", "https://ID.example:443/", true);
    add("http://127.0.0.1/", "http://127.0.0.1:80/", true);
    add("https://id.example/", "http://id.example/", false);
    add("https://id.example:443/", "http://id.example:443/", false);
    add("https://id.example/", "https://id.example:8443/", false);
    add("https://id.example/", "https://api.id.example/", false);
    add("https://id.example/", "https://id.example@evil.example/", false);
    add("https://id.example/", "", false);
    add("", "", false);
}

void TestEndpoint::originIsSchemeHostAndPort()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, isSame);
    QCOMPARE(http::isSameOrigin(QUrl(left), QUrl(right)), isSame);
    QCOMPARE(http::isSameOrigin(QUrl(right), QUrl(left)), isSame);
}

} // namespace tst_endpoint

LATCHKEY_TEST(tst_endpoint, TestEndpoint, QCoreApplication)

#include "tst_endpoint.moc"
