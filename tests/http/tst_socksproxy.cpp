// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/answer.h"
#include "http/strictaccessmanager.h"
#include "support/test.h"

#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>

namespace tst_socksproxy {

/// A SOCKS proxy (RFC 1928) that answers every request to connect with the same code.
class SocksProxy
{
public:
    explicit SocksProxy(char code)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, code] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, code, isGreeted = false]() mutable {
                socket->readAll();
                socket->write(isGreeted ? QByteArray("\x05", 1) + code + QByteArray("\0\1\0\0\0\0\0\0", 8) : QByteArray("\5\0", 2));
                if (std::exchange(isGreeted, true))
                    socket->disconnectFromHost();
            });
        });
        m_server.setProxy(QNetworkProxy::NoProxy);
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
    }

    QNetworkProxy at(const char *host) const { return {QNetworkProxy::Socks5Proxy, QLatin1String(host), m_server.serverPort()}; }

private:
    QTcpServer m_server;
};

class SocksProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheProxySaysOfTheServerIsNotSaidOfTheProxy_data();
    void whatTheProxySaysOfTheServerIsNotSaidOfTheProxy();
};

void SocksProxyTest::whatTheProxySaysOfTheServerIsNotSaidOfTheProxy_data()
{
    QTest::addColumn<int>("reply");
    QTest::addColumn<QStringList>("codes");
    const QString byQt = QStringLiteral("host_not_found"); // Qt 6.4 takes the first two for the fourth.
    QTest::newRow("general failure") << 1 << QStringList{QStringLiteral("proxy"), byQt};
    QTest::newRow("not allowed") << 2 << QStringList{QStringLiteral("proxy"), byQt};
    QTest::newRow("network unreachable") << 3 << QStringList{QStringLiteral("proxy")};
    QTest::newRow("host unreachable") << 4 << QStringList{QStringLiteral("host_not_found")};
    QTest::newRow("connection refused") << 5 << QStringList{QStringLiteral("connection_refused")};
}

void SocksProxyTest::whatTheProxySaysOfTheServerIsNotSaidOfTheProxy()
{
    QFETCH(const int, reply);
    QFETCH(const QStringList, codes);
    const SocksProxy proxy{char(reply)};
    for (const char *host : {"127.0.0.1", "localhost"}) {
        for (const char *url : {"https://latchkey.invalid/x", "http://latchkey.invalid/x"}) {
            http::StrictAccessManager network;
            network.setProxy(proxy.at(host));
            QNetworkReply *const request = network.get(QNetworkRequest(QUrl(QLatin1String(url))));
            QTRY_VERIFY(request->isFinished());
            const auto answer = http::readAnswer(*request);
            QVERIFY(!answer);
            QVERIFY2(codes.contains(answer.error().code), qPrintable(answer.error().code));
        }
    }
}

} // namespace tst_socksproxy

LATCHKEY_TEST(tst_socksproxy, SocksProxyTest, QCoreApplication)

#include "tst_socksproxy.moc"
