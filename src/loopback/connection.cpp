// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/connection.h"

#include <QCoreApplication>

#include <chrono>

namespace loopback {

namespace {

constexpr std::chrono::seconds lingering(2);
constexpr qsizetype mostDiscarded = 1024 * 1024;

} // namespace

Connection::Connection(QTcpSocket *socket, QByteArray host, const Limits &limits, const Handlers &handlers, QObject *parent)
    : QObject(parent), m_socket(socket), m_host(std::move(host)), m_limits(limits), m_handlers(handlers)
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
    if (m_phase != Phase::Reading)
        return discard(m_socket->readAll());
    m_received += m_socket->readAll();
    const auto outcome = parseRequest(m_received, m_host, m_limits);
    if (const auto *refusal = std::get_if<Refusal>(&outcome)) {
        refuse(*refusal);
    } else if (const auto *request = std::get_if<Request>(&outcome)) {
        m_deadline.stop();
        m_phase = Phase::Waiting;
        m_wantsHeadOnly = request->method == "HEAD";
        m_handlers.request(*request, *this);
    }
}

/// A client that still sends would not see the answer if the connection were closed: the answer to what arrives then is a
/// reset (RFC 9112 §9.6). The client closes it, or the deadline does.
void Connection::refuse(const Refusal &refusal)
{
    send((m_handlers.refusal ? m_handlers.refusal(refusal) : Response{.status = refusal.status}).toBytes());
    m_deadline.start(lingering);
    m_received.clear();
}

void Connection::discard(const QByteArray &bytes)
{
    m_discardedBytes += bytes.size();
    if (m_discardedBytes > mostDiscarded)
        m_socket->abort();
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
    else if (m_phase == Phase::Answering && m_socket->bytesToWrite() == 0)
        m_socket->disconnectFromHost();
    else
        m_socket->abort();
}

} // namespace loopback

#include "moc_connection.cpp"
