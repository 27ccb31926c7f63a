// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/start.h"

#include "support/test.h"

namespace tst_start {

class TestStart : public QObject
{
    Q_OBJECT

private:
    void setEnvironment(const QByteArray &waylandToken, const QByteArray &startupId)
    {
        qputenv("XDG_ACTIVATION_TOKEN", waylandToken);
        qputenv("DESKTOP_STARTUP_ID", startupId);
    }

private Q_SLOTS:
    void cleanup()
    {
        qunsetenv("XDG_ACTIVATION_TOKEN");
        qunsetenv("DESKTOP_STARTUP_ID");
    }

    void startIsReadBackUnchanged()
    {
        const processes::Start start{{QStringLiteral("latchkey"), QStringLiteral("--provider"), QStringLiteral("Büro \"neu\"\n.json"),
                                     QString()},
                                    QStringLiteral("/home/ada"),
                                    "token/7-1_TIME42"};
        const QByteArray line = processes::toLine(start);
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        const auto read = processes::startFrom(line);
        QVERIFY(read);
        QCOMPARE(read->arguments, start.arguments);
        QCOMPARE(read->folder, start.folder);
        QCOMPARE(read->activationToken, start.activationToken);
    }

    void invalidLineIsMalformed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("\n");
        QTest::newRow("not JSON") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("an array") << QByteArray("[\"latchkey\"]\n");
        QTest::newRow("no arguments") << QByteArray("{\"activation_token\":\"x\"}\n");
        QTest::newRow("arguments in a string") << QByteArray("{\"arguments\":\"latchkey\"}\n");
        QTest::newRow("an argument of another type") << QByteArray("{\"arguments\":[\"latchkey\",1]}\n");
        QTest::newRow("cut off") << processes::toLine({{QStringLiteral("latchkey")}, {}, {}}).chopped(3);
    }

    void invalidLineIsMalformed()
    {
        QFETCH(QByteArray, line);
        const auto read = processes::startFrom(line);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Malformed);
    }

    void tokenComesFromTheEnvironment_data()
    {
        QTest::addColumn<QByteArray>("waylandToken");
        QTest::addColumn<QByteArray>("startupId");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("Wayland") << QByteArray("w") << QByteArray() << QByteArray("w");
        QTest::newRow("X11") << QByteArray() << QByteArray("x") << QByteArray("x");
        QTest::newRow("both") << QByteArray("w") << QByteArray("x") << QByteArray("w");
        QTest::newRow("from a terminal") << QByteArray() << QByteArray() << QByteArray();
    }

    void tokenComesFromTheEnvironment()
    {
        QFETCH(QByteArray, waylandToken);
        QFETCH(QByteArray, startupId);
        QFETCH(QByteArray, token);
        setEnvironment(waylandToken, startupId);
        QCOMPARE(processes::Start::withArguments({}).activationToken, token);
    }
};

} // namespace tst_start

LATCHKEY_TEST(tst_start, TestStart, QCoreApplication)

#include "tst_start.moc"
