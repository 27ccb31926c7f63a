// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/connection.h"
#include "loopback/listener.h"
#include "support/test.h"

#include <QNetworkInterface>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace tst_listener {

using namespace loopback;

struct Client
{
    explicit Client(const Listener &listener, const QHostAddress &address = QHostAddress(QHostAddress::LocalHost))
    {
        socket.connectToHost(address, listener.port());
    }

    QByteArray received()
    {
        answer += socket.readAll();
        return answer;
    }

    QTcpSocket socket;
    QByteArray answer;
};

struct World
{
    World() { listener.listen(); }

    QByteArray request(const char *method = "GET") const
    {
        return QByteArray(method) + " /page HTTP/1.1\r\nHost: " + listener.origin().authority().toLatin1() + "\r\n\r\n";
    }

    int count = 0;
    bool isSilent = false;
    QPointer<Connection> waiting;
    Listener listener{[this](const Request &request, Connection &connection) {
        count += 1;
        waiting = &connection;
        if (!isSilent)
            connection.respond({.body = request.method + " answered"});
    }};
};

class ListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestInManySegmentsIsOneRequest()
    {
        World world;
        Client client(world.listener);
        QVERIFY(client.socket.waitForConnected());
        for (const char byte : world.request()) {
            client.socket.write(&byte, 1);
            client.socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(client.received().endsWith("GET answered"));
        QCOMPARE(world.count, 1);
    }

    void aConnectionCarriesOneRequest()
    {
        World world;
        Client client(world.listener);
        client.socket.write(world.request() + world.request());
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.received().count("answered"), 1);
        QCOMPARE(world.count, 1);
    }

    void headIsAnsweredWithoutABody()
    {
        World world;
        Client client(world.listener);
        client.socket.write(world.request("HEAD"));
        QTRY_COMPARE(world.count, 1);
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(client.received().contains("Content-Length: 13\r\n"));
        QVERIFY(client.received().endsWith("\r\n\r\n"));
    }

    void anAnswerMayComeInParts()
    {
        World world;
        world.isSilent = true;
        Client client(world.listener);
        client.socket.write(world.request());
        QTRY_COMPARE(world.count, 1);
        world.waiting->sendPart("one");
        QTRY_COMPARE(client.received(), QByteArray("one"));
        world.waiting->respond({.body = "not any more"});
        world.waiting->sendPart(" two");
        QTRY_COMPARE(client.received(), QByteArray("one two"));
    }

    void listensOnLoopbackOnly()
    {
        World world;
        QCOMPARE(world.listener.origin().host(), QStringLiteral("127.0.0.1"));
        QHostAddress foreign;
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
                foreign = address;
        }
        if (foreign.isNull())
            QSKIP("this machine has no address but loopback");
        Client client(world.listener, foreign);
        QTRY_COMPARE(client.socket.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void aSlowClientTimesOut()
    {
        World world;
        world.listener.setLimits({.time = std::chrono::milliseconds(50)});
        Client client(world.listener);
        client.socket.write("GET /pa");
        QTRY_VERIFY(client.received().startsWith("HTTP/1.1 408"));
        Client silent(world.listener);
        QVERIFY(silent.socket.waitForConnected());
        QTRY_COMPARE(silent.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(world.count, 0);
    }

    void silentConnectionsDoNotBlockTheBrowser()
    {
        World world;
        std::vector<std::unique_ptr<Client>> silent;
        for (int i = 0; i < 64; ++i) {
            silent.push_back(std::make_unique<Client>(world.listener));
            QTRY_COMPARE(silent.back()->socket.state(), QAbstractSocket::ConnectedState);
        }
        Client client(world.listener);
        client.socket.write(world.request());
        QTRY_VERIFY(client.received().endsWith("GET answered"));
    }

    void junkIsRefusedAndDoesNotReachTheHandler()
    {
        World world;
        Client client(world.listener);
        client.socket.write(QByteArray(200000, 'x'));
        QTRY_VERIFY(client.received().startsWith("HTTP/1.1 431"));
        QCOMPARE(world.count, 0);
    }

    void aTakenPortIsReportedAndNotReplaced()
    {
        World world;
        Listener other([](const Request &, Connection &) {});
        QVERIFY(!other.listen(world.listener.port()));
        QVERIFY(!other.isListening());
    }

    void answersAreStillSentAfterClosing()
    {
        World world;
        world.isSilent = true;
        Client client(world.listener);
        client.socket.write(world.request());
        QTRY_COMPARE(world.count, 1);
        world.waiting->respond({.body = QByteArray(300000, 'x')});
        world.listener.close();
        QTRY_VERIFY(client.received().endsWith(QByteArray(300000, 'x')));
        Client late(world.listener);
        QTRY_VERIFY(late.socket.error() != QAbstractSocket::UnknownSocketError);
    }

    void closingDropsConnectionsThatWaitForAnAnswer()
    {
        World world;
        world.isSilent = true;
        Client client(world.listener);
        client.socket.write(world.request());
        QTRY_COMPARE(world.count, 1);
        world.listener.close();
        QTRY_VERIFY(world.waiting.isNull());
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
    }

    void theListenerMayBeDeletedWhileAConnectionWaits()
    {
        Client *client = nullptr;
        std::unique_ptr<Client> owner;
        QPointer<Connection> waiting;
        {
            World world;
            world.isSilent = true;
            owner = std::make_unique<Client>(world.listener);
            client = owner.get();
            client->socket.write(world.request());
            QTRY_COMPARE(world.count, 1);
            waiting = world.waiting;
        }
        QTRY_VERIFY(waiting.isNull());
        QTRY_COMPARE(client->socket.state(), QAbstractSocket::UnconnectedState);
    }
};

} // namespace tst_listener

LATCHKEY_TEST(tst_listener, ListenerTest, QCoreApplication)

#include "tst_listener.moc"
