// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/hostname.h"

#include "support/test.h"

namespace tst_hostname {

/// The host, or the sentence that refuses it.
QString outcome(const QString &typed)
{
    const auto host = HostName::read(typed);
    const auto *read = std::get_if<HostName>(&host);
    return read ? read->text() : std::get<QString>(host);
}

class TestHostName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostIsRead_data();
    void hostIsRead();
    void whatIsNoHostIsRefusedInWords_data();
    void whatIsNoHostIsRefusedInWords();
    void hostOfACopiedAddressIsRead();
    void onlyThisComputerIsPlainHttp();
};

void TestHostName::hostIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *typed, const char *text) { QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(text); };
    row("git.example.org", "git.example.org");
    row("  Git.Example.ORG\n", "git.example.org");
    row("gitlab", "gitlab");
    row("git.example.org:8443", "git.example.org:8443");
    row("git.example.org:443", "git.example.org");
    row("bücher.example", "xn--bcher-kva.example");
    row("192.0.2.7:3000", "192.0.2.7:3000");
    row("[::1]:3000", "[::1]:3000");
    row("a-b.c-d.example", "a-b.c-d.example");
}

void TestHostName::hostIsRead()
{
    QFETCH(QString, typed);
    QFETCH(QString, text);
    QCOMPARE(outcome(typed), text);
}

void TestHostName::whatIsNoHostIsRefusedInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const QString &typed, const char *hint) { QTest::newRow(name) << typed << QString::fromLatin1(hint); };
    row("nothing", QString(), "empty");
    row("blanks", QStringLiteral("  "), "empty");
    row("space", QStringLiteral("git example.org"), "spaces");
    row("line break", QStringLiteral("git.example\n.org"), "spaces");
    row("null", QStringLiteral("git") + QChar(0) + QStringLiteral("example.org"), "spaces");
    row("zero width", QStringLiteral("git\u200bexample.org"), "spaces");
    row("scheme", QStringLiteral("https://git.example.org"), "'https://'");
    row("path", QStringLiteral("git.example.org/login"), "path");
    row("slash", QStringLiteral("git.example.org/"), "path");
    row("query", QStringLiteral("git.example.org?x"), "path");
    row("fragment", QStringLiteral("git.example.org#x"), "path");
    row("backslash", QStringLiteral("git.example.org\\x"), "path");
    row("user", QStringLiteral("ada@git.example.org"), "user name");
    row("port in words", QStringLiteral("git.example.org:ssh"), "number");
    row("port 0", QStringLiteral("git.example.org:0"), "number");
    row("port too large", QStringLiteral("git.example.org:65536"), "number");
    row("no port", QStringLiteral("git.example.org:"), "number");
    row("two ports", QStringLiteral("git.example.org:1:2"), "number");
    row("dots", QStringLiteral("git..example.org"), "not a host name");
    row("dash", QStringLiteral("-git.example.org"), "not a host name");
    row("bracket", QStringLiteral("[git]"), "not a host name");
    row("placeholder", QStringLiteral("{host}"), "not a host name");
    row("percent", QStringLiteral("git%2eexample.org"), "not a host name");
    row("long", QString(300, QLatin1Char('a')), "not a host name");
}

void TestHostName::whatIsNoHostIsRefusedInWords()
{
    QFETCH(QString, typed);
    QFETCH(QString, hint);
    QVERIFY(std::holds_alternative<QString>(HostName::read(typed)));
    QVERIFY2(outcome(typed).contains(hint), qPrintable(outcome(typed)));
}

void TestHostName::hostOfACopiedAddressIsRead()
{
    for (const char *typed : {"git.example.org", "https://git.example.org", "HTTPS://git.example.org/", "http://git.example.org/ada/notes?tab=x#top",
                              "git.example.org/", "git.example.org/login?return_to=%2F", " git.example.org?x ", "\xef\xbb\xbfhttps://git.example.org/\r\n"})
        QCOMPARE(hostInAddress(QString::fromUtf8(typed)), QStringLiteral("git.example.org"));
    QCOMPARE(hostInAddress(QStringLiteral("https://[::1]:3000/x")), QStringLiteral("[::1]:3000"));
    for (const char *typed : {"", "/", "ssh://git.example.org", "git example.org", "https://", "ada@git.example.org"})
        QVERIFY2(std::holds_alternative<QString>(HostName::read(hostInAddress(QLatin1String(typed)))), typed);
    QCOMPARE(addressWithoutScheme(QStringLiteral("https://git.example.org/")), QStringLiteral("git.example.org"));
    QCOMPARE(addressWithoutScheme(QStringLiteral("https://git.example.org/git/")), QStringLiteral("git.example.org/git"));
}

void TestHostName::onlyThisComputerIsPlainHttp()
{
    const auto scheme = [](const char *host) { return std::get<HostName>(HostName::read(QLatin1String(host))).scheme(); };
    QCOMPARE(scheme("127.0.0.1:8080"), QStringLiteral("http"));
    QCOMPARE(scheme("[::1]:8080"), QStringLiteral("http"));
    QCOMPARE(scheme("localhost"), QStringLiteral("https"));
    QCOMPARE(scheme("127.0.0.1.example.org"), QStringLiteral("https"));
    QCOMPARE(scheme("192.168.0.1"), QStringLiteral("https"));
}

} // namespace tst_hostname

LATCHKEY_TEST(tst_hostname, TestHostName, QCoreApplication)

#include "tst_hostname.moc"
