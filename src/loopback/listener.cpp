// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/listener.h"

#include "loopback/connection.h"

namespace loopback {

namespace {

/// Browsers open a few connections ahead; more than these at once is junk.
constexpr qsizetype maximumConnections = 32;

} // namespace

Listener::Listener(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &Listener::acceptConnections);
}

Listener::~Listener()
{
    close();
}

bool Listener::listen(quint16 port)
{
    // Spelled out: the bare enumerator would convert to a port number in Qt 6.4's overloads.
    if (m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
        return true;
    // A taken port is taken: only a machine without IPv4 is served by IPv6.
    return m_server.serverError() != QAbstractSocket::AddressInUseError
        && m_server.listen(QHostAddress(QHostAddress::LocalHostIPv6), port);
}

void Listener::close()
{
    m_server.close();
    for (const QPointer<Connection> &connection : std::as_const(m_connections)) {
        if (connection && (connection->isReading() || connection->isWaiting()))
            connection->deleteLater();
    }
    m_connections.clear();
}

QUrl Listener::origin() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(m_server.serverAddress().toString());
    url.setPort(m_server.serverPort());
    return url;
}

void Listener::acceptConnections()
{
    const QByteArray host = origin().authority().toLatin1();
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        makeRoom();
        ++m_connectionCount;
        m_connections.append(new Connection(socket, host, m_limits, m_requestTime, m_handler, this));
    }
}

/// Lets go of who has been silent for longest, so that junk never keeps the browser out.
void Listener::makeRoom()
{
    m_connections.removeIf([](const QPointer<Connection> &connection) { return connection.isNull(); });
    for (qsizetype i = 0; i < m_connections.size() && m_connections.size() >= maximumConnections; ++i) {
        if (m_connections[i]->isReading())
            delete m_connections.takeAt(i--).data();
    }
}

} // namespace loopback

#include "moc_listener.cpp"
