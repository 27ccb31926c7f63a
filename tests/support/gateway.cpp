// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/gateway.h"

#include "support/eventually.h"

#include <QDeadlineTimer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace {

/// Calls later, in the order of the calls: all bytes of a direction are equally late.
void sendLater(QTcpSocket *to, const QByteArray &bytes, std::chrono::milliseconds delay)
{
    if (delay.count() == 0)
        to->write(bytes);
    else
        QTimer::singleShot(delay, Qt::PreciseTimer, to, [to, bytes] { to->write(bytes); });
}

/// Replaces the value of the header Host. Newer versions of Qt write its name in lower case.
QByteArray addressed(QByteArray request, const QUrl &from, const QUrl &to)
{
    const QByteArray header = "\r\nHost: " + from.authority().toLatin1() + "\r\n";
    const qsizetype start = request.toLower().indexOf(header.toLower());
    if (start >= 0)
        request.replace(start, header.size(), "\r\nHost: " + to.authority().toLatin1() + "\r\n");
    return request;
}

} // namespace

Gateway::Gateway(const QUrl &server, const QSslConfiguration &tls)
    : m_destination(server), m_used(tls.isNull() ? m_plainServer : static_cast<QTcpServer &>(m_server))
{
    if (!tls.isNull())
        setTls(tls);
    connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this] { ++m_handshakeCount; });
    connect(&m_used, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *client = m_used.nextPendingConnection())
            forward(*client);
    });
    open();
}

QUrl Gateway::origin() const
{
    const auto scheme = m_tls.isNull() ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_port));
}

QUrl Gateway::at(QUrl place) const
{
    place.setScheme(origin().scheme());
    place.setPort(m_port);
    return place;
}

void Gateway::close()
{
    m_used.close();
}

void Gateway::open()
{
    if (!m_used.listen(QHostAddress(QHostAddress::LocalHost), m_port))
        qFatal("the gateway cannot listen");
    m_port = m_used.serverPort();
}

void Gateway::cut()
{
    const auto isConnected = [](const QTcpSocket *client) { return client->state() == QAbstractSocket::ConnectedState; };
    const auto clients = [this] { return m_used.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly); };
    for (const QTcpSocket *client : clients())
        ::shutdown(int(client->socketDescriptor()), SHUT_WR); // The client then closes it.
    if (!eventually([&] { return std::ranges::none_of(clients(), isConnected); }))
        qFatal("a client does not close its connection");
}

/// The server behind accepts only its own Host.
void Gateway::forward(QTcpSocket &client)
{
    auto *server = new QTcpSocket(&client);
    const std::chrono::milliseconds oneWay = m_roundTrip / 2;
    connect(&client, &QTcpSocket::readyRead, server, [this, &client, server, oneWay, connected = QDeadlineTimer(m_roundTrip)] {
        const QByteArray bytes = addressed(client.readAll(), origin(), m_destination);
        sendLater(server, bytes, oneWay + std::chrono::milliseconds(connected.remainingTime()));
    });
    // No Nagle delay: the round trip is to be the only one.
    connect(server, &QTcpSocket::connected, server, [server] { server->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    client.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(server, &QTcpSocket::readyRead, &client, [&client, server, oneWay] { sendLater(&client, server->readAll(), oneWay); });
    connect(server, &QTcpSocket::disconnected, &client, [&client, oneWay] {
        QTimer::singleShot(oneWay, Qt::PreciseTimer, &client, [&client] { client.disconnectFromHost(); });
    });
    connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
    server->connectToHost(m_destination.host(), quint16(m_destination.port()));
    if (client.bytesAvailable() > 0)
        Q_EMIT client.readyRead();
}
