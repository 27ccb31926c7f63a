// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/connection.h"
#include "loopback/listener.h"
#include "support/test.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>

#include <memory>

#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tst_withoutipv4 {

/// Moves this process into a network namespace whose only interface has ::1 and no IPv4 address. False if the system does
/// not allow that.
bool enterNetworkWithoutIpv4()
{
    if (unshare(CLONE_NEWNET) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
        return false;
    const int anySocket = socket(AF_INET, SOCK_DGRAM, 0);
    ifreq loopback{};
    loopback.ifr_name[0] = 'l';
    loopback.ifr_name[1] = 'o';
    loopback.ifr_flags = IFF_UP;
    bool isDone = ioctl(anySocket, SIOCSIFFLAGS, &loopback) == 0;
    loopback.ifr_addr = {};
    loopback.ifr_addr.sa_family = AF_INET; // 0.0.0.0 removes the address.
    isDone = isDone && ioctl(anySocket, SIOCSIFADDR, &loopback) == 0;
    close(anySocket);
    return isDone;
}

bool isWithoutIpv4 = false;

/// A machine without 127.0.0.1.
class WithoutIpv4Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListenerUsesTheIpv6Loopback()
    {
        if (!isWithoutIpv4)
            QSKIP("needs root or user namespaces to enter another network");
        QTcpServer probe;
        if (!probe.listen(QHostAddress(QHostAddress::LocalHostIPv6)))
            QSKIP("this system has no IPv6");
        QVERIFY(!QTcpServer().listen(QHostAddress(QHostAddress::LocalHost)));

        loopback::Listener listener([](const loopback::Request &request, loopback::Connection &connection) {
            connection.respond({.contentType = "text/plain", .body = request.header("host")});
        });
        QVERIFY(listener.listen());
        const QUrl origin = listener.origin();
        QCOMPARE(origin.host(), QStringLiteral("::1"));
        QVERIFY(origin.toString().startsWith(QStringLiteral("http://[::1]:")));

        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(origin)));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll(), origin.authority().toLatin1());
    }
};

int run(int argc, char *argv[])
{
    // Before Qt starts threads, because only a single-threaded process may move.
    isWithoutIpv4 = enterNetworkWithoutIpv4();
    QCoreApplication application(argc, argv);
    WithoutIpv4Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tst_withoutipv4

LATCHKEY_TEST_WITH(tst_withoutipv4, tst_withoutipv4::run)

#include "tst_withoutipv4.moc"
