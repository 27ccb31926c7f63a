// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/gitmessage.h"

#include <QBuffer>
#include <QTest>

namespace {

cli::GitMessage read(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    return cli::GitMessage::read(buffer);
}

} // namespace

class GitMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreRead()
    {
        const auto message = read("protocol=https\nhost=git.example.org:8443\npath=a/b.git\nusername=ada\npassword=p=a=b\n\n");
        QCOMPARE(message.protocol, QStringLiteral("https"));
        QCOMPARE(message.host, QStringLiteral("git.example.org:8443"));
        QCOMPARE(message.username, QStringLiteral("ada"));
        QCOMPARE(message.password, QStringLiteral("p=a=b"));
    }

    void emptyLineEndsIt()
    {
        QCOMPARE(read("protocol=https\n\nhost=evil.example\n").host, QString());
    }

    void endWithoutEmptyLineIsAnEndToo()
    {
        QCOMPARE(read("protocol=https\r\nhost=git.example.org").host, QStringLiteral("git.example.org"));
    }

    void keysOfOtherVersionsAndRubbishAreLeftOut()
    {
        const auto message = read("capability[]=authtype\nwwwauth[]=Basic realm=\"x\"\nrubbish\n=x\nprotocol=https\n\n");
        QCOMPARE(message.protocol, QStringLiteral("https"));
        QCOMPARE(message.host, QString());
    }

    void endlessInputComesToAnEnd()
    {
        QCOMPARE(read(QByteArray("x=y\n").repeated(100'000) + "host=late.example\n").host, QString());
        QCOMPARE(read(QByteArray(1'000'000, 'x')).host, QString());
    }
};

QTEST_GUILESS_MAIN(GitMessageTest)
#include "tst_gitmessage.moc"
