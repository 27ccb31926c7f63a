// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>

namespace loopback {

/// One client and its one request. Owned by the Listener until it is answered, then it deletes itself once the answer
/// is sent.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// What answers a client.
    struct Handlers
    {
        std::function<void(const Request &, Connection &)> request;
        std::function<Response(const Refusal &)> refusal; ///< Null: the status is all there is to say.
    };

    /// `host` is the Host header that requests must have.
    Connection(QTcpSocket *socket, QByteArray host, const Limits &limits, const Handlers &handlers, QObject *parent);

    /// Sends the answer, without its body for a HEAD request, and closes. Only the first answer counts.
    void respond(const Response &response);

    /// Sends raw bytes, which need not be HTTP, and then resets the connection. For injected faults.
    void breakOff(const QByteArray &bytes);

    /// Sends raw bytes and keeps the connection open for more, without a time limit. For injected faults.
    void sendPart(const QByteArray &bytes);

    /// True from the end of the request until it is answered or the client disconnects.
    bool isWaiting() const { return m_phase == Phase::Waiting; }
    bool isReading() const { return m_phase == Phase::Reading; }

private:
    enum class Phase { Reading, Waiting, Answering };

    void readMore();
    void discard(const QByteArray &bytes);
    void refuse(const Refusal &refusal);
    void send(const QByteArray &bytes);
    void expire();

    std::unique_ptr<QTcpSocket> m_socket;
    const QByteArray m_host;
    const Limits m_limits;
    const Handlers m_handlers;
    QByteArray m_received;
    qsizetype m_discardedBytes = 0;
    QTimer m_deadline;
    Phase m_phase = Phase::Reading;
    bool m_wantsHeadOnly = false;
};

} // namespace loopback
