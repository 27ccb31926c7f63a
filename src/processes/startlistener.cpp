// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/startlistener.h"

#include "processes/log.h"
#include "processes/singleinstance.h"

#include <QLocalSocket>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace processes {

namespace {

/// Far longer than a command line.
constexpr qint64 maximumLine = 64 * 1024;

/// A start has its line ready when it connects.
constexpr std::chrono::seconds maximumSilence(5);

constexpr int maximumConnections = 16;

/// The socket's mode keeps other users out; this check holds even if the folder is open to them.
bool isOwnUser(const QLocalSocket &connection)
{
#ifdef Q_OS_LINUX
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return getsockopt(int(connection.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        && peer.uid == geteuid();
#else
    Q_UNUSED(connection)
    return true;
#endif
}

} // namespace

StartListener::StartListener()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(maximumConnections);
    connect(&m_server, &QLocalServer::newConnection, this, &StartListener::acceptConnections);
}

bool StartListener::listen(const QString &socketPath)
{
    // Only the first comes here, so an existing socket belongs to a process that was killed.
    QLocalServer::removeServer(socketPath);
    if (m_server.listen(socketPath))
        return true;
    qCWarning(processesLog) << "later starts cannot be heard:" << m_server.errorString();
    return false;
}

void StartListener::acceptConnections()
{
    while (QLocalSocket *connection = m_server.nextPendingConnection()) {
        connect(connection, &QLocalSocket::disconnected, connection, &QObject::deleteLater);
        if (!isOwnUser(*connection) || m_server.findChildren<QLocalSocket *>().size() > maximumConnections) {
            qCWarning(processesLog) << "refused a connection";
            connection->abort();
            continue;
        }
        connection->setReadBufferSize(maximumLine);
        connect(connection, &QLocalSocket::readyRead, this, [this, connection] { readFrom(connection); });
        QTimer::singleShot(maximumSilence, connection, &QLocalSocket::abort);
        readFrom(connection);
    }
}

void StartListener::readFrom(QLocalSocket *connection)
{
    const bool hasLine = connection->canReadLine();
    if (!hasLine && connection->bytesAvailable() < maximumLine)
        return;
    const Result<Start> start = hasLine ? startFrom(connection->readLine())
                                        : Error{Error::Kind::Malformed, QStringLiteral("too_long")};
    connection->disconnect(this);
    if (!start) {
        qCWarning(processesLog) << "ignored what is not a start:" << start.error().code;
        return connection->abort();
    }
    connection->write(acknowledgement);
    connection->disconnectFromServer();
    Q_EMIT startedAgain(*start);
}

} // namespace processes

#include "moc_startlistener.cpp"
