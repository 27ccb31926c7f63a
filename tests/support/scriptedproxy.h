// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

/// An HTTP proxy on 127.0.0.1 that answers by a script, and keeps the heads of its requests. After an answer with 200 it is a
/// tunnel to the server on `port`.
class ScriptedProxy
{
public:
    /// Makes an answer from the head of a request. Empty: the connection is closed.
    using Script = std::function<QByteArray(const QByteArray &head)>;

    explicit ScriptedProxy(Script script, quint16 port = 0) : m_script(std::move(script)), m_port(port)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(m_server.nextPendingConnection()); });
        m_server.setProxy(QNetworkProxy::NoProxy);
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
    }

    explicit ScriptedProxy(const QByteArray &answer) : ScriptedProxy([answer](const QByteArray &) { return answer; }) {}

    QNetworkProxy proxy(const QString &name = {}, const QString &password = {}) const
    {
        return {QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_server.serverPort(), name, password};
    }

    QString name() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }

    const QByteArrayList &heads() const { return m_heads; }

    void close() { m_server.close(); }

private:
    void accept(QTcpSocket *socket)
    {
        socket->setParent(&m_server);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            if (auto *server = socket->findChild<QTcpSocket *>())
                return void(server->write(socket->readAll()));
            const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
            socket->setProperty("head", head.contains("\r\n\r\n") ? QByteArray() : head);
            if (head.contains("\r\n\r\n"))
                answer(*socket, head);
        });
    }

    void answer(QTcpSocket &socket, const QByteArray &head)
    {
        m_heads.append(head);
        const QByteArray answer = m_script(head);
        const bool isTunnel = m_port != 0 && answer.startsWith("HTTP/1.1 200");
        socket.write(answer);
        if (isTunnel)
            openTunnel(socket);
        else if (!answer.contains("keep-alive"))
            socket.disconnectFromHost();
    }

    void openTunnel(QTcpSocket &socket)
    {
        auto *server = new QTcpSocket(&socket);
        server->setProxy(QNetworkProxy::NoProxy);
        QObject::connect(server, &QTcpSocket::readyRead, &socket, [server, &socket] { socket.write(server->readAll()); });
        QObject::connect(server, &QTcpSocket::disconnected, &socket, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QStringLiteral("127.0.0.1"), m_port);
    }

    const Script m_script;
    const quint16 m_port;
    QByteArrayList m_heads;
    QTcpServer m_server;
};
