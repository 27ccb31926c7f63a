// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/listener.h"

#include "loopback/connection.h"

namespace loopback {

namespace {

/// Browsers open a few connections ahead. More than this at once is junk.
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
    // With the type's name, because in Qt 6.4 the bare enumerator converts to a port number.
    if (m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
        return true;
    // IPv6 is only for machines without IPv4, not for a port that is taken.
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
        m_connections.append(new Connection(socket, host, m_limits, {m_handler, m_refusalHandler}, this));
    }
}

/// Drops the connections that have been silent for longest, so that junk never keeps the browser out.
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
