// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/protocol/command.h"

#include "support/test.h"

namespace tst_command {

QByteArray opening(const QByteArray &url)
{
    return "{\"command\":\"open\",\"url\":\"" + url + "\"}";
}

class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAreRead()
    {
        const auto open = readCommand(opening("https://github.com/login?state=x"));
        QVERIFY(open);
        QCOMPARE(open->kind, Command::Kind::Open);
        QCOMPARE(open->url, QUrl(QStringLiteral("https://github.com/login?state=x")));
        QCOMPARE(open->surroundings, Surroundings());
        const auto close = readCommand("{\"command\":\"close\"}");
        QVERIFY(close);
        QCOMPARE(close->kind, Command::Kind::Close);
    }

    void whatIsNoCommandIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"", "junk", "[]", "7", "{}", "{\"command\":7}", "{\"command\":\"dance\"}",
                                 "{\"command\":\"open\"}", "{\"command\":\"open\",\"url\":7}"})
            QTest::newRow(line) << QByteArray(line);
        for (const char *url : {"file:///etc/passwd", "http://evil.example/", "javascript:alert(1)", "https:///nowhere"})
            QTest::newRow(url) << opening(url);
        QTest::newRow("too long") << opening("https://a.example/" + QByteArray(70000, 'a'));
    }

    void whatIsNoCommandIsRefused()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!readCommand(line));
    }

    void onlySecurePagesAndThisComputerAreAllowed()
    {
        for (const char *url : {"https://github.com/", "http://127.0.0.1:8080/x", "http://[::1]:1/x"})
            QVERIFY2(isAllowedUrl(QUrl(QLatin1String(url))), url);
        for (const char *url : {"http://github.com/", "http://localhost/", "ftp://github.com/", "data:text/html,x",
                                "view-source:https://github.com/", "chrome://settings", "mailto:a@b.example", ""})
            QVERIFY2(!isAllowedUrl(QUrl(QLatin1String(url))), url);
    }

    void theOriginIsShownAsItReallyIs()
    {
        const auto shown = [](const char *url) { return originText(QUrl(QString::fromUtf8(url))); };
        QCOMPARE(shown("https://github.com/login"), QStringLiteral("github.com"));
        QCOMPARE(shown("https://github.com:8443/login"), QStringLiteral("github.com:8443"));
        QCOMPARE(shown("https://github.com@evil.example/"), QStringLiteral("evil.example"));
        QCOMPARE(shown("https://gіthub.com/"), QStringLiteral("xn--gthub-n2e.com")); // A Cyrillic letter in it.
        QCOMPARE(shown("http://[::1]:99/"), QStringLiteral("[::1]:99"));
    }
};

} // namespace tst_command

LATCHKEY_TEST(tst_command, CommandTest, QCoreApplication)

#include "tst_command.moc"
