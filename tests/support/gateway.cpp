// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/gateway.h"

#include <QTcpSocket>

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

/// The server behind it insists on being meant itself.
void Gateway::forward(QTcpSocket &client)
{
    auto *server = new QTcpSocket(&client);
    connect(&client, &QTcpSocket::readyRead, server, [this, &client, server] {
        server->write(client.readAll().replace("Host: " + origin().authority().toLatin1(),
                                               "Host: " + m_destination.authority().toLatin1()));
    });
    connect(server, &QTcpSocket::readyRead, &client, [&client, server] { client.write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, &client, [&client] { client.disconnectFromHost(); });
    connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
    server->connectToHost(m_destination.host(), quint16(m_destination.port()));
    if (client.bytesAvailable() > 0)
        Q_EMIT client.readyRead();
}
