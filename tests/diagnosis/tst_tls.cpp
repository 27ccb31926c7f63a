// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/network.h"

#include "support/certificate.h"
#include "support/test.h"

#include <QSslServer>
#include <QTcpSocket>

namespace tst_tls {

using diagnosis::Finding;
using diagnosis::State;
using diagnosis::Visit;

/// Answers every request with 401 and the date.
class TlsServer
{
public:
    explicit TlsServer(const Certificate &certificate)
    {
        m_server.setSslConfiguration(certificate.configuration());
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 401 Unauthorized\r\nDate: Mon, 04 May 2026 10:00:00 GMT\r\nContent-Length: 0\r\n"
                              "Connection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
    }

    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/user").arg(m_server.serverPort())); }

private:
    QSslServer m_server;
};

std::optional<Visit> visited(const QUrl &url)
{
    QObject context;
    std::optional<Visit> visit;
    diagnosis::visit(url, diagnosis::Manner::Get, QNetworkProxy::NoProxy, {}, &context,
                     [&visit](const Visit &outcome) { visit = outcome; });
    return QTest::qWaitFor([&] { return visit.has_value(); }) ? visit : std::nullopt;
}

/// Real TLS on loopback.
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_before = QSslConfiguration::defaultConfiguration(); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_before); }

    void aTrustedServerIsNamedWithItsIssuer()
    {
        const Certificate certificate(QStringLiteral("IP:127.0.0.1"));
        certificate.trust();
        const TlsServer server(certificate);
        const auto visit = visited(server.url());
        QVERIFY(visit);
        expect(diagnosis::tlsFinding(*visit), State::Ok, "TLS 1.3 with a certificate of Test Authority");
        expect(diagnosis::resourceServerFinding(*visit), State::Ok, "401");
        QCOMPARE(visit->serverTime.toString(Qt::ISODate), QStringLiteral("2026-05-04T10:00:00Z"));
    }

    void aSelfSignedCertificateIsRefusedAndTold()
    {
        const Certificate certificate(QStringLiteral("IP:127.0.0.1"));
        const TlsServer server(certificate);
        const auto visit = visited(server.url());
        QVERIFY(visit);
        const Finding finding = diagnosis::tlsFinding(*visit);
        expect(finding, State::Failed, "signed by nobody that this computer trusts. Issuer: Test Authority");
        QVERIFY(!finding.advice.isEmpty());
        expect(diagnosis::resourceServerFinding(*visit), State::Failed, "No secure connection");
    }

    void aCertificateForAnotherServerIsTold()
    {
        const Certificate certificate(QStringLiteral("DNS:github.com"));
        certificate.trust();
        const TlsServer server(certificate);
        const auto visit = visited(server.url());
        QVERIFY(visit);
        expect(diagnosis::tlsFinding(*visit), State::Failed, "is for another server");
    }

    void aServerWithoutEncryptionIsTold()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        const auto visit = visited(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort())));
        QVERIFY(visit);
        expect(diagnosis::tlsFinding(*visit), State::Failed, "no kind of encryption in common");
    }

private:
    static void expect(const Finding &finding, State state, const char *words)
    {
        QVERIFY2(finding.state == state && finding.sentence.contains(QLatin1String(words)), qPrintable(finding.sentence));
    }

    QSslConfiguration m_before;
};

} // namespace tst_tls

LATCHKEY_TEST(tst_tls, TestTls, QCoreApplication)

#include "tst_tls.moc"
