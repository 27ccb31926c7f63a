// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/strictaccessmanager.h"
#include "http/trust.h"
#include "support/certificate.h"
#include "support/test.h"

#include <QNetworkReply>
#include <QSslServer>
#include <QTcpSocket>

namespace tst_trust {

using State = http::TrustSource::State;

/// A server with a certificate that only the test's files name.
struct World
{
    World()
    {
        server.setSslConfiguration(certificate.configuration());
        QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [this] {
            QTcpSocket *socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            });
        });
        server.listen(QHostAddress(QHostAddress::LocalHost));
    }

    QNetworkReply::NetworkError ask() const
    {
        http::StrictAccessManager network;
        QNetworkReply *reply = network.get(QNetworkRequest(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort()))));
        return QTest::qWaitFor([&] { return reply->isFinished(); }) ? reply->error() : QNetworkReply::TimeoutError;
    }

    QString path(const char *name) const { return certificate.folder.filePath(QLatin1String(name)); }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no temporary file");
    }

    /// Under a name that OpenSSL looks for, in a folder of its own.
    QString hashedFolder() const
    {
        const QString folder = path("hashed");
        if (!QDir().mkpath(folder) || !QFile::copy(path("certificate"), folder + QStringLiteral("/0a1b2c3d.0")))
            qFatal("no temporary file");
        return folder;
    }

    const Certificate certificate{QStringLiteral("IP:127.0.0.1")};
    QSslServer server;
};

class TrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutVariablesNothingChanges();
    void thoseOfTheSystemAreNotReadAgain();
    void aFileIsTrustedBesideTheSystem();
    void aFolderIsTrustedBesideTheSystem();
    void bothTogetherReplaceTheSystem();
    void whatCannotBeUsedIsTold_data();
    void whatCannotBeUsedIsTold();
    void nothingReadableFromBothTrustsNobody();

private:
    QSslConfiguration m_before;
};

void TrustTest::init()
{
    m_before = QSslConfiguration::defaultConfiguration();
    cleanup();
}

void TrustTest::cleanup()
{
    qunsetenv("SSL_CERT_FILE");
    qunsetenv("SSL_CERT_DIR");
    QSslConfiguration::setDefaultConfiguration(m_before);
}

void TrustTest::withoutVariablesNothingChanges()
{
    const World world;
    qputenv("SSL_CERT_FILE", ""); // As curl has it.
    const http::Trust trust = http::trustEnvironment();
    QVERIFY(trust.sources.isEmpty() && trust.isSystemUsed);
    QCOMPARE(QSslConfiguration::defaultConfiguration(), m_before);
    QCOMPARE(world.ask(), QNetworkReply::SslHandshakeFailedError);
}

void TrustTest::thoseOfTheSystemAreNotReadAgain()
{
    if (!QFileInfo::exists(QStringLiteral("/etc/ssl/certs/ca-certificates.crt")))
        QSKIP("This system keeps its certificates elsewhere.");
    qputenv("SSL_CERT_FILE", "/etc/ssl/certs/ca-certificates.crt");
    qputenv("SSL_CERT_DIR", "/etc/ssl/certs/");
    const http::Trust trust = http::trustEnvironment();
    QVERIFY(trust.sources.isEmpty() && trust.isSystemUsed);
    QCOMPARE(QSslConfiguration::defaultConfiguration(), m_before);
}

void TrustTest::aFileIsTrustedBesideTheSystem()
{
    const World world;
    qputenv("SSL_CERT_FILE", world.path("certificate").toLocal8Bit());
    const http::Trust trust = http::trustEnvironment();
    QCOMPARE(trust.sources.size(), 1);
    QVERIFY(trust.sources.first().state == State::Used && trust.isSystemUsed);
    QCOMPARE(trust.sources.first().count, 1);
    QCOMPARE(QSslConfiguration::defaultConfiguration().caCertificates().size(),
             QSslConfiguration::systemCaCertificates().size() + 1);
    QCOMPARE(world.ask(), QNetworkReply::NoError);
}

void TrustTest::aFolderIsTrustedBesideTheSystem()
{
    const World world;
    const QString folder = world.hashedFolder();
    QVERIFY(QFile::copy(world.path("certificate"), folder + QStringLiteral("/copy.pem"))); // OpenSSL does not read it.
    qputenv("SSL_CERT_DIR", "/nowhere:" + folder.toLocal8Bit());
    const http::Trust trust = http::trustEnvironment();
    QVERIFY(trust.sources.size() == 1 && trust.sources.first().state == State::Used && trust.isSystemUsed);
    QCOMPARE(trust.sources.first().count, 1);
    QCOMPARE(world.ask(), QNetworkReply::NoError);
}

void TrustTest::bothTogetherReplaceTheSystem()
{
    const World world;
    const Certificate other(QStringLiteral("DNS:other.example"));
    qputenv("SSL_CERT_FILE", other.folder.filePath(QStringLiteral("certificate")).toLocal8Bit());
    qputenv("SSL_CERT_DIR", world.hashedFolder().toLocal8Bit());
    QVERIFY(!http::trustEnvironment().isSystemUsed);
    QCOMPARE(QSslConfiguration::defaultConfiguration().caCertificates(),
             QList<QSslCertificate>({other.certificate(), world.certificate.certificate()}));
    QCOMPARE(world.ask(), QNetworkReply::NoError);
}

void TrustTest::whatCannotBeUsedIsTold_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing file") << QByteArray("SSL_CERT_FILE") << QStringLiteral("none") << QStringLiteral("something that does not exist");
    QTest::newRow("empty file") << QByteArray("SSL_CERT_FILE") << QStringLiteral("empty") << QStringLiteral("something without a certificate");
    QTest::newRow("another file") << QByteArray("SSL_CERT_FILE") << QStringLiteral("text") << QStringLiteral("something without a certificate");
    QTest::newRow("a key") << QByteArray("SSL_CERT_FILE") << QStringLiteral("key") << QStringLiteral("something without a certificate");
    QTest::newRow("a folder for a file") << QByteArray("SSL_CERT_FILE") << QStringLiteral("folder") << QStringLiteral("something that cannot be read");
    QTest::newRow("missing folder") << QByteArray("SSL_CERT_DIR") << QStringLiteral("none") << QStringLiteral("something that does not exist");
    QTest::newRow("empty folder") << QByteArray("SSL_CERT_DIR") << QStringLiteral("folder") << QStringLiteral("something without a certificate");
    QTest::newRow("a folder of other names") << QByteArray("SSL_CERT_DIR") << QStringLiteral(".")
                                             << QStringLiteral("a folder that “openssl rehash” has not prepared");
    QTest::newRow("a file for a folder") << QByteArray("SSL_CERT_DIR") << QStringLiteral("text") << QStringLiteral("something that does not exist");
}

void TrustTest::whatCannotBeUsedIsTold()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QString, name);
    QFETCH(const QString, words);
    const World world;
    world.write("empty", {});
    world.write("text", "-----BEGIN CERTIFICATE-----\nnonsense\n");
    QVERIFY(QDir(world.certificate.folder.path()).mkdir(QStringLiteral("folder")));
    const QString path = world.certificate.folder.filePath(name);
    qputenv(variable.constData(), path.toLocal8Bit());
    const QString expected = QStringLiteral("%1 names %2: %3").arg(QString::fromLatin1(variable), words, path);
    QTest::ignoreMessage(QtWarningMsg, qPrintable(expected));
    const http::Trust trust = http::trustEnvironment();
    QCOMPARE(trust.sources.size(), 1);
    QCOMPARE(http::problemOf(trust.sources.first()), expected);
    QVERIFY(trust.isSystemUsed);
    QCOMPARE(QSslConfiguration::defaultConfiguration().caCertificates(), QSslConfiguration::systemCaCertificates());
    QCOMPARE(world.ask(), QNetworkReply::SslHandshakeFailedError);
}

void TrustTest::nothingReadableFromBothTrustsNobody()
{
    const World world;
    qputenv("SSL_CERT_FILE", "/nowhere");
    qputenv("SSL_CERT_DIR", "/nowhere");
    const http::Trust trust = http::trustEnvironment();
    QVERIFY(!trust.isSystemUsed);
    QVERIFY(QSslConfiguration::defaultConfiguration().caCertificates().isEmpty());
    QCOMPARE(world.ask(), QNetworkReply::SslHandshakeFailedError);
}

} // namespace tst_trust

LATCHKEY_TEST(tst_trust, TrustTest, QCoreApplication)

#include "tst_trust.moc"
