// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/singleinstance.h"
#include "processes/startlistener.h"
#include "support/test.h"

#include <QFile>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace tst_startlistener {

/// The listener of a first instance and the starts that it has heard of.
struct World
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("latchkey.socket"));
    processes::StartListener listener;
    QList<processes::Start> heard;

    World()
    {
        QObject::connect(&listener, &processes::StartListener::startedAgain, &listener,
                         [this](const processes::Start &start) { heard.append(start); });
        if (!listener.listen(path))
            qFatal("cannot listen");
    }
};

/// A later start, or any other connection.
struct Client
{
    QLocalSocket socket;

    explicit Client(const World &world) { socket.connectToServer(world.path); }

    bool isEnded() const { return socket.state() == QLocalSocket::UnconnectedState; }
};

const processes::Start plainStart{{QStringLiteral("latchkey")}, {}, {}};

class TestStartListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startIsHeardAndAcknowledged()
    {
        World world;
        Client client(world);
        client.socket.write(processes::toLine(plainStart));
        QTRY_VERIFY(client.isEnded());
        QCOMPARE(client.socket.readAll(), processes::acknowledgement);
        QCOMPARE(world.heard.size(), 1);
        QCOMPARE(world.heard.first().arguments, plainStart.arguments);
    }

    void startInManyPiecesIsHeardOnce()
    {
        World world;
        Client client(world);
        for (const char byte : processes::toLine(plainStart)) {
            client.socket.write(&byte, 1);
            client.socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(world.heard.size(), 1);
        QTRY_VERIFY(client.isEnded());
    }

    void secondLineOfAConnectionIsIgnored()
    {
        World world;
        Client client(world);
        client.socket.write(processes::toLine(plainStart) + processes::toLine(plainStart));
        QTRY_VERIFY(client.isEnded());
        QCOMPARE(world.heard.size(), 1);
    }

    void junkEndsTheConnectionAndIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("junk");
        QTest::newRow("text") << QByteArray("hello\n");
        QTest::newRow("bytes") << QByteArray("\0\xff\xfe\n", 4);
        QTest::newRow("JSON of another kind") << QByteArray("{\"event\":\"ready\"}\n");
        QTest::newRow("an endless line") << QByteArray(200 * 1024, 'x');
    }

    void junkEndsTheConnectionAndIsIgnored()
    {
        QFETCH(QByteArray, junk);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("ignored what is not a start")));
        World world;
        Client client(world);
        client.socket.write(junk);
        QTRY_VERIFY(client.isEnded());
        QCOMPARE(client.socket.readAll(), QByteArray());
        QCOMPARE(world.heard.size(), 0);
        Client later(world);
        later.socket.write(processes::toLine(plainStart));
        QTRY_COMPARE(world.heard.size(), 1);
    }

    void connectionClosedBeforeItsLineIsForgotten()
    {
        World world;
        {
            Client client(world);
            client.socket.write("{\"argu");
            QVERIFY(client.socket.waitForBytesWritten());
        }
        Client later(world);
        later.socket.write(processes::toLine(plainStart));
        QTRY_COMPARE(world.heard.size(), 1);
    }

    void silentConnectionsAreLimitedAndTimeOut()
    {
        World world;
        std::vector<std::unique_ptr<Client>> silent;
        QTest::ignoreMessage(QtWarningMsg, "refused a connection");
        for (int i = 0; i < 17; ++i) {
            silent.push_back(std::make_unique<Client>(world));
            QTest::qWait(0);
        }
        QTRY_VERIFY(silent.back()->isEnded());
        QVERIFY(!silent.front()->isEnded());
        QTRY_VERIFY_WITH_TIMEOUT(silent.front()->isEnded(), 20000);
        Client later(world);
        later.socket.write(processes::toLine(plainStart));
        QTRY_COMPARE(world.heard.size(), 1);
    }

    void socketIsPrivateToItsUser()
    {
#ifdef Q_OS_UNIX
        const World world;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(world.path) & others));
#else
        QSKIP("sockets are files on Unix only");
#endif
    }

    void anotherUserIsRefusedEvenIfTheFolderIsOpen()
    {
#ifdef Q_OS_LINUX
        if (geteuid() != 0)
            QSKIP("only root can act as another user");
        World world;
        QVERIFY(QFile::setPermissions(world.folder.path(), QFile::Permissions(0x7777)));
        QVERIFY(QFile::setPermissions(world.path, QFile::Permissions(0x7777)));
        QTest::ignoreMessage(QtWarningMsg, "refused a connection");
        QProcess other;
        other.start(QStringLiteral("/usr/bin/python3"),
                    {QStringLiteral("-c"),
                     QStringLiteral("import os, socket, sys; os.setuid(65534); s = socket.socket(socket.AF_UNIX);"
                                    "s.connect(sys.argv[1]); s.sendall(sys.argv[2].encode() + b'\\n');"
                                    "print('answer', s.recv(9), flush=True)"),
                     world.path, QString::fromUtf8(processes::toLine(plainStart).trimmed())});
        QTRY_COMPARE(other.state(), QProcess::NotRunning);
        QVERIFY(!other.readAllStandardOutput().contains("ok"));
        QCOMPARE(world.heard.size(), 0);
#else
        QSKIP("checked on Linux only");
#endif
    }
};

} // namespace tst_startlistener

LATCHKEY_TEST(tst_startlistener, TestStartListener, QCoreApplication)

#include "tst_startlistener.moc"
