// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/connection.h"

#include <QCoreApplication>

#include <chrono>

namespace loopback {

Connection::Connection(QTcpSocket *socket, QByteArray host, const Limits &limits, Handler handler, QObject *parent)
    : QObject(parent), m_socket(socket), m_host(std::move(host)), m_limits(limits), m_handler(std::move(handler))
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(limits.headBytes + limits.bodyBytes);
    m_deadline.setSingleShot(true);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::readMore);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_deadline, &QTimer::timeout, this, &Connection::expire);
    m_deadline.start(limits.time);
    if (m_socket->bytesAvailable() > 0)
        readMore();
}

void Connection::readMore()
{
    if (m_phase != Phase::Reading) {
        m_socket->readAll();
        return;
    }
    m_received += m_socket->readAll();
    const auto outcome = parseRequest(m_received, m_host, m_limits);
    if (const auto *refusal = std::get_if<Refusal>(&outcome)) {
        respond({.status = refusal->status});
    } else if (const auto *request = std::get_if<Request>(&outcome)) {
        m_deadline.stop();
        m_phase = Phase::Waiting;
        m_wantsHeadOnly = request->method == "HEAD";
        m_handler(*request, *this);
    }
}

void Connection::respond(const Response &response)
{
    if (m_phase == Phase::Answering)
        return;
    send(response.toBytes().chopped(m_wantsHeadOnly ? response.body.size() : 0));
    m_socket->disconnectFromHost();
}

void Connection::breakOff(const QByteArray &bytes)
{
    if (m_phase == Phase::Answering)
        return;
    send(bytes);
    m_socket->flush();
    m_socket->abort();
}

void Connection::sendPart(const QByteArray &bytes)
{
    m_phase = Phase::Answering;
    m_socket->write(bytes);
}

void Connection::send(const QByteArray &bytes)
{
    m_phase = Phase::Answering;
    setParent(QCoreApplication::instance());
    m_deadline.start(std::chrono::seconds(10));
    m_socket->write(bytes);
}

void Connection::expire()
{
    if (m_phase == Phase::Reading && !m_received.isEmpty())
        respond({.status = 408});
    else
        m_socket->abort();
}

} // namespace loopback

#include "moc_connection.cpp"
