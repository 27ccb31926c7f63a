// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/gitmessage.h"

#include "support/test.h"

#include <QBuffer>

namespace tst_gitmessage {

Result<cli::GitMessage> read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return cli::GitMessage::read(buffer);
}

QByteArray question(const QByteArray &host, const QByteArray &more = {})
{
    return "protocol=https\nhost=" + host + '\n' + more + '\n';
}

const auto ours = QStringLiteral("git.example.org");

class GitMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRead()
    {
        const auto message = read("protocol=https\nhost=git.example.org:8443\npath=a/b.git\nusername=ada\npassword=p=a=b\n\n");
        QVERIFY(message);
        QCOMPARE(message->protocol, QStringLiteral("https"));
        QCOMPARE(message->host, QStringLiteral("git.example.org:8443"));
        QCOMPARE(message->username, QStringLiteral("ada"));
        QCOMPARE(message->password, QStringLiteral("p=a=b"));
    }

    void emptyLineEndsIt()
    {
        const auto message = read("protocol=https\n\nhost=evil.example\n");
        QVERIFY(message);
        QCOMPARE(message->host, QString());
    }

    /// A caller may keep its pipe open.
    void whatFollowsTheEmptyLineIsLeftUnread()
    {
        QByteArray text = question("git.example.org") + "more";
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        QVERIFY(cli::GitMessage::read(buffer));
        QCOMPARE(buffer.readAll(), "more");
    }

    void endWithoutEmptyLineIsAnEndToo()
    {
        const auto message = read("protocol=https\nhost=git.example.org");
        QVERIFY(message);
        QCOMPARE(message->host, QStringLiteral("git.example.org"));
    }

    void keysOfOtherVersionsAndRubbishAreLeftOut()
    {
        const auto message = read("capability[]=authtype\nwwwauth[]=Basic realm=\"x\"\nrubbish\n=x\nprotocol=https\n\n");
        QVERIFY(message);
        QCOMPARE(message->protocol, QStringLiteral("https"));
        QCOMPARE(message->host, QString());
    }

    void whatGitDoesNotWriteIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const auto padding = [](qsizetype size) { return QByteArray(size, 'A'); };
        const auto longLine = QStringLiteral("too_long");
        const auto control = QStringLiteral("control_character");
        const auto ambiguous = QStringLiteral("ambiguous");
        QTest::newRow("a line whose rest reads as a host")
            << question("evil.example.net", "wwwauth[]=" + padding(16373) + "host=git.example.org\n") << longLine;
        QTest::newRow("a long host") << question(padding(16'380)) << longLine;
        QTest::newRow("a long key") << QByteArray(question("git.example.org") + padding(20'000)).replace("\n\n", "\n") << longLine;
        QTest::newRow("many lines") << QByteArray("x=y\n").repeated(101) << longLine;
        QTest::newRow("endless lines") << QByteArray("x=y\n").repeated(100'000) + "host=late.example\n" << longLine;
        QTest::newRow("an endless line") << QByteArray(1'000'000, 'x') << longLine;
        QTest::newRow("NUL in the host") << question(QByteArray("git.example.org\0.evil.example.net", 33)) << control;
        QTest::newRow("NUL in a key") << question("git.example.org", QByteArray("pa\0th=x\n", 8)) << control;
        QTest::newRow("NUL alone") << QByteArray(1, '\0') << control;
        QTest::newRow("carriage return in the host") << question("evil.example.net\rhost=git.example.org") << control;
        QTest::newRow("carriage returns at the ends") << QByteArray("protocol=https\r\nhost=git.example.org\r\n\r\n") << control;
        QTest::newRow("escape") << question("git.example.org", "username=\x1b[31mada\n") << control;
        QTest::newRow("delete") << question("git.example.org", "username=ada\x7f\n") << control;
        QTest::newRow("two hosts") << question("evil.example.net", "host=git.example.org\n") << ambiguous;
        QTest::newRow("two protocols") << question("git.example.org", "protocol=http\n") << ambiguous;
        QTest::newRow("two users") << question("git.example.org", "username=ada\nusername=grace\n") << ambiguous;
        QTest::newRow("an emptied host") << question("git.example.org", "host=\n") << ambiguous;
    }

    void whatGitDoesNotWriteIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const auto message = read(text);
        QVERIFY(!message);
        QCOMPARE(message.error().code, code);
        QCOMPARE(message.error().kind, Error::Kind::Malformed);
    }

    void whatGitWritesIsNotRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("the same host twice") << question("git.example.org", "host=git.example.org\n");
        QTest::newRow("a list") << question("git.example.org", "wwwauth[]=Basic\nwwwauth[]=Bearer\ncapability[]=state\n");
        QTest::newRow("the longest line") << question("git.example.org", "path=" + QByteArray(16 * 1024 - 5, 'a') + '\n');
        QTest::newRow("100 lines") << question("git.example.org", QByteArray("x=y\n").repeated(98));
        QTest::newRow("a path in Latin-1") << question("git.example.org", "path=Gr\xfc\xdf\x65\n");
        QTest::newRow("a tab") << question("git.example.org", "wwwauth[]=Basic realm=\"x\",\tBearer\npath=a\tb\n");
        QTest::newRow("capitals") << question("GIT.Example.org");
        QTest::newRow("the default port") << question("git.example.org:443");
    }

    void whatGitWritesIsNotRefused()
    {
        QFETCH(QByteArray, text);
        const auto message = read(text);
        QVERIFY(message);
        QVERIFY(message->isAbout(ours));
    }

    void onlyTheHostThatGitTalksToCounts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("another") << QByteArray("evil.example.net");
        QTest::newRow("below it") << QByteArray("a.git.example.org");
        QTest::newRow("above it") << QByteArray("example.org");
        QTest::newRow("at its end") << QByteArray("git.example.org.evil.example.net");
        QTest::newRow("another port") << QByteArray("git.example.org:8443");
        QTest::newRow("spaces around") << QByteArray(" git.example.org ");
        QTest::newRow("a no-break space") << QByteArray("git.example.org\xc2\xa0");
        QTest::newRow("a user") << QByteArray("git.example.org@evil.example.net");
        QTest::newRow("a path") << QByteArray("git.example.org/x");
        QTest::newRow("bad UTF-8") << QByteArray("git.example.org\xff");
        QTest::newRow("a letter of another script") << QByteArray("\xef\xbd\x87it.example.org");
        QTest::newRow("a dot of another script") << QByteArray("git.example\xe3\x80\x82org");
        QTest::newRow("nothing") << QByteArray();
    }

    void thePortOfHttpsIsAnotherServerByHttp()
    {
        const auto message = read("protocol=http\nhost=127.0.0.1:443\n\n");
        QVERIFY(message);
        QVERIFY(!message->isAbout(QStringLiteral("127.0.0.1")));
    }

    void onlyTheHostThatGitTalksToCounts()
    {
        QFETCH(QByteArray, host);
        const auto message = read(question(host));
        QVERIFY(message);
        QVERIFY(!message->isAbout(ours));
    }

    void anAnswerIsHeldToTheSameRules_data()
    {
        QTest::addColumn<QString>("login");
        QTest::newRow("a line break") << QStringLiteral("ada\nhost=evil.example.net");
        QTest::newRow("NUL") << QStringLiteral("ada") + QChar(0) + QStringLiteral("x");
        QTest::newRow("carriage return") << QStringLiteral("ada\r");
        QTest::newRow("too long") << QString(20'000, QLatin1Char('a'));
    }

    void anAnswerIsHeldToTheSameRules()
    {
        QFETCH(QString, login);
        QVERIFY(!cli::toGitAnswer({{"username", login}, {"password", QStringLiteral("token")}}));
        QVERIFY(!cli::toGitAnswer({{"username", QStringLiteral("ada")}, {"password", login}}));
    }

    void anAnswerIsOneLineForEachAttribute()
    {
        const auto answer = cli::toGitAnswer({{"username", QStringLiteral("Zoë")}, {"password", QStringLiteral("t=1")}});
        QVERIFY(answer);
        QCOMPARE(*answer, QStringLiteral("username=Zoë\npassword=t=1\n"));
    }
};

} // namespace tst_gitmessage

LATCHKEY_TEST(tst_gitmessage, GitMessageTest, QCoreApplication)

#include "tst_gitmessage.moc"
