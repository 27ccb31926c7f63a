// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/scriptedserver.h"

#include <QTimer>
#include <QUrlQuery>

#include <chrono>

ScriptedServer::ScriptedServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::acceptConnections);
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("cannot listen on 127.0.0.1");
}

QUrl ScriptedServer::origin() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

QUrl ScriptedServer::at(const QString &path) const
{
    QUrl url = origin();
    url.setPath(path);
    return url;
}

void ScriptedServer::answer(const QString &path, const Answer &answer)
{
    m_scripts.insert(path, [answer](const loopback::Request &) { return answer; });
}

void ScriptedServer::answer(const QString &path, Script script)
{
    m_scripts.insert(path, std::move(script));
}

void ScriptedServer::answerWaiting(const Answer &answer)
{
    const QList<QPointer<QTcpSocket>> waiting = std::exchange(m_waiting, {});
    for (const QPointer<QTcpSocket> &socket : waiting) {
        if (socket)
            send(*socket, answer);
    }
}

QList<loopback::Request> ScriptedServer::requestsAt(const QString &path) const
{
    QList<loopback::Request> found;
    for (const loopback::Request &request : m_requests) {
        if (request.path == path)
            found.append(request);
    }
    return found;
}

loopback::Request ScriptedServer::onlyRequestAt(const QString &path) const
{
    const QList<loopback::Request> found = requestsAt(path);
    return found.size() == 1 ? found.first() : loopback::Request();
}

qsizetype ScriptedServer::openConnectionCount() const
{
    return std::count_if(m_connections.begin(), m_connections.end(), [](const QPointer<QTcpSocket> &socket) {
        return socket && socket->state() == QAbstractSocket::ConnectedState;
    });
}

void ScriptedServer::acceptConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_connections.append(socket);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received = QByteArray()]() mutable {
            readMore(*socket, received);
        });
    }
}

void ScriptedServer::readMore(QTcpSocket &socket, QByteArray &received)
{
    received += socket.readAll();
    const auto outcome = loopback::parseRequest(received, origin().authority().toLatin1(), {});
    if (std::holds_alternative<loopback::Refusal>(outcome))
        qFatal("not an HTTP request: %s", received.constData());
    const auto *request = std::get_if<loopback::Request>(&outcome);
    if (!request)
        return;
    received.clear();
    m_requests.append(*request);
    const Script script = m_scripts.value(request->path);
    send(socket, script ? script(*request) : Answer{{.status = 404}});
}

void ScriptedServer::send(QTcpSocket &socket, const Answer &answer)
{
    const QByteArray bytes = answer.response.toBytes();
    switch (answer.manner) {
    case Manner::Whole: socket.write(bytes); return socket.disconnectFromHost();
    case Manner::CutOff:
        socket.write(bytes.chopped(answer.response.body.size() / 2));
        return socket.disconnectFromHost();
    case Manner::Reset: return socket.abort();
    case Manner::Hang: return m_waiting.append(&socket);
    case Manner::Drip: return drip(socket, answer.response);
    }
}

void ScriptedServer::drip(QTcpSocket &socket, const loopback::Response &response)
{
    loopback::Response endless = response;
    endless.body = QByteArray(1'000'000, ' ');
    socket.write(endless.toBytes().chopped(endless.body.size()));
    auto *timer = new QTimer(&socket);
    connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write(" "); });
    timer->start(std::chrono::milliseconds(20));
}

ScriptedServer::Answer json(const QByteArray &body, int status)
{
    return {{.status = status, .contentType = "application/json; charset=utf-8", .body = body}};
}

ScriptedServer::Answer html(const QByteArray &body, int status)
{
    return {{.status = status, .contentType = "text/html; charset=utf-8", .body = body}};
}

ScriptedServer::Answer redirectTo(const QUrl &url, int status)
{
    return {{.status = status, .headers = {{"Location", url.toEncoded()}}}};
}

std::optional<QString> formField(const loopback::Request &request, const QString &name)
{
    return loopback::formValue(QUrlQuery(QString::fromLatin1(request.body)), name);
}

QStringList formFieldNames(const loopback::Request &request)
{
    QStringList names;
    const QUrlQuery form(QString::fromLatin1(request.body));
    for (const auto &[name, value] : form.queryItems())
        names.append(name);
    names.sort();
    return names;
}
