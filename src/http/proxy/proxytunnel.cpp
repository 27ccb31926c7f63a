// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxytunnel.h"

#include "http/proxy/proxychallenge.h"

#include <QRegularExpression>

#include <algorithm>

namespace http {

namespace {

constexpr qsizetype longestHead = 64 * 1024;
constexpr qint64 bufferSize = 256 * 1024;
constexpr auto headEnd = "\r\n\r\n";

/// Copies what has arrived, as far as the receiver keeps up.
void copy(QTcpSocket &from, QTcpSocket &to)
{
    while (from.isOpen() && from.bytesAvailable() > 0 && to.isOpen() && to.bytesToWrite() < bufferSize)
        to.write(from.read(bufferSize));
}

/// RFC 9112 §4: the status, or 0 if this is not HTTP/1.
int statusOf(const QByteArray &head)
{
    static const QRegularExpression statusLine(QStringLiteral("^HTTP/1\\.[01] ([1-5][0-9][0-9])[ \\r]"));
    return statusLine.match(QString::fromLatin1(head.left(16))).captured(1).toInt();
}

} // namespace

ProxyTunnel::ProxyTunnel(QTcpSocket *client, const QNetworkProxy &proxy, const QByteArray &key,
                         std::chrono::milliseconds patience, TunnelKeeper &keeper)
    : m_client(client), m_proxy(proxy), m_key(key), m_keeper(keeper)
{
    client->setParent(nullptr);
    client->setReadBufferSize(bufferSize);
    m_proxySocket.setReadBufferSize(bufferSize);
    m_proxySocket.setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(patience);
    m_deadline.start();
    connect(&m_deadline, &QTimer::timeout, this, &ProxyTunnel::giveUp);
    connect(client, &QTcpSocket::readyRead, this, &ProxyTunnel::readRequest);
    connect(client, &QTcpSocket::bytesWritten, this, &ProxyTunnel::readFromProxy);
    connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_proxySocket, &QTcpSocket::connected, this, [this] { m_proxySocket.write(m_request); });
    connect(&m_proxySocket, &QTcpSocket::readyRead, this, &ProxyTunnel::readFromProxy);
    connect(&m_proxySocket, &QTcpSocket::bytesWritten, this, &ProxyTunnel::readRequest);
    connect(&m_proxySocket, &QTcpSocket::errorOccurred, this, &ProxyTunnel::failToConnect);
    connect(&m_proxySocket, &QTcpSocket::disconnected, this, &ProxyTunnel::endWithProxy);
    readRequest();
}

/// The sockets tell that they close while they are destroyed, after other members.
ProxyTunnel::~ProxyTunnel()
{
    m_proxySocket.disconnect(this);
    m_client->disconnect(this);
}

void ProxyTunnel::readRequest()
{
    if (m_phase == Phase::Open || m_phase == Phase::Opened)
        return copy(*m_client, m_proxySocket);
    if (m_phase != Phase::Requested)
        return;
    m_request += m_client->read(longestHead);
    if (!m_request.contains(headEnd) && m_request.size() < longestHead)
        return;
    static const QRegularExpression connectLine(QStringLiteral("^CONNECT (\\S+) HTTP/1\\.1\\r\\n"));
    const auto match = connectLine.match(QString::fromLatin1(m_request.left(m_request.indexOf('\n') + 1)));
    const qsizetype key = m_request.indexOf("\r\n" + m_key + "\r\n");
    if (!match.hasMatch() || !m_client->isOpen() || !m_request.endsWith(headEnd) || key < 0)
        return m_client->abort();
    m_request.remove(key, m_key.size() + 2);
    m_authority = match.captured(1).toLatin1();
    m_answer.clear();
    m_phase = Phase::Waiting;
    m_deadline.stop();
    m_keeper.requested(*this);
}

void ProxyTunnel::ask()
{
    m_phase = Phase::Asking;
    ++m_requestCount;
    m_deadline.start();
    if (m_proxySocket.state() == QAbstractSocket::ConnectedState)
        m_proxySocket.write(m_request);
    else
        m_proxySocket.connectToHost(m_proxy.hostName(), m_proxy.port());
}

void ProxyTunnel::readFromProxy()
{
    switch (m_phase) {
    case Phase::Requested:
    case Phase::Waiting: return skipBody();
    case Phase::Asking: return readAnswer();
    case Phase::Opened: return checkFirstByte();
    case Phase::Open: return copy(m_proxySocket, *m_client);
    case Phase::Over: return;
    }
}

/// Of a refusal that Qt answers.
void ProxyTunnel::skipBody()
{
    while (m_bodyLeft > 0 && m_proxySocket.bytesAvailable() > 0)
        m_bodyLeft -= m_proxySocket.read(std::min<qint64>(m_bodyLeft, bufferSize)).size();
}

void ProxyTunnel::readAnswer()
{
    skipBody();
    if (m_bodyLeft > 0)
        return;
    m_answer += m_proxySocket.read(longestHead - m_answer.size());
    const qsizetype end = m_answer.indexOf(headEnd);
    const bool isUnreadable = !m_answer.startsWith(QByteArray("HTTP/").left(m_answer.size()));
    if (isUnreadable || (end < 0 && m_answer.size() >= longestHead))
        return fail({ProxyFailure::Unreadable});
    if (end < 0)
        return;
    const QByteArray head = m_answer.left(end + 2);
    const int status = statusOf(head);
    if (status == 0)
        return fail({ProxyFailure::Unreadable});
    const auto problem = status == 407 ? problemOfChallenge(m_request, head, !m_proxy.user().isEmpty(), m_requestCount)
                                       : std::optional(ProxyProblem{ProxyFailure::Denied, status});
    if (status / 100 != 2 && problem)
        return fail(*problem);
    m_request.clear();
    m_answer.remove(0, end + 4);
    if (status == 407)
        return passChallenge(head);
    m_deadline.stop();
    m_client->write(head + "\r\n");
    m_phase = Phase::Opened;
    m_keeper.opened(*this);
    checkFirstByte();
}

/// Without its body, and without what it says of the connection. The proxy's connection is kept if NTLM can go on over it.
void ProxyTunnel::passChallenge(const QByteArray &head)
{
    const auto length = contentLengthOf(head);
    m_phase = Phase::Requested;
    m_bodyLeft = length.value_or(0) - m_answer.size();
    if (!length || m_bodyLeft < 0 || closesConnection(head)) {
        m_bodyLeft = 0;
        m_proxySocket.abort();
    }
    m_answer.clear();
    m_client->write(challengeFrom(head));
}

/// A server begins with a TLS record: a handshake or an alert (RFC 8446 §5.1).
void ProxyTunnel::checkFirstByte()
{
    m_answer += m_proxySocket.readAll();
    if (m_answer.isEmpty())
        return;
    if (m_answer.front() != '\x16' && m_answer.front() != '\x15')
        return fail({ProxyFailure::NotTls});
    m_phase = Phase::Open;
    m_client->write(m_answer);
}

void ProxyTunnel::giveUp()
{
    if (m_phase == Phase::Asking)
        fail({ProxyFailure::Silent});
    else
        m_client->abort();
}

/// Tells Qt in the one way that ends the request at once and is not tried again.
void ProxyTunnel::fail(const ProxyProblem &problem)
{
    m_deadline.stop();
    m_phase = Phase::Over;
    m_keeper.failed(*this, problem);
    m_proxySocket.abort();
    if (problem.failure != ProxyFailure::Broken && problem.failure != ProxyFailure::NotTls)
        m_client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    m_client->disconnectFromHost();
}

void ProxyTunnel::failToConnect(QAbstractSocket::SocketError error)
{
    if (m_phase != Phase::Asking)
        return;
    if (error == QAbstractSocket::RemoteHostClosedError)
        readAnswer();
    if (m_phase != Phase::Asking)
        return;
    switch (error) {
    case QAbstractSocket::HostNotFoundError: return fail({ProxyFailure::NotFound});
    case QAbstractSocket::RemoteHostClosedError: return fail({ProxyFailure::Closed});
    case QAbstractSocket::SocketTimeoutError: return fail({ProxyFailure::Silent});
    default: return fail({ProxyFailure::Refused});
    }
}

void ProxyTunnel::endWithProxy()
{
    if (m_phase == Phase::Opened)
        return fail({ProxyFailure::Broken});
    if (m_phase != Phase::Open)
        return;
    if (m_proxySocket.isOpen())
        m_client->write(m_proxySocket.readAll());
    m_client->disconnectFromHost();
}

} // namespace http

#include "moc_proxytunnel.cpp"
