// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHostAddress>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace loopback {

class Connection;

/// Receives HTTP requests on a loopback IP literal, one per connection, strictly and with limits (RFC 8252 §§7.3, 8.3).
/// Answers requests that are not HTTP, too large, too slow or for another host without calling the handler.
class Listener : public QObject
{
    Q_OBJECT

public:
    /// Called with each valid request. Answers with Connection::respond(), at once or later.
    using Handler = std::function<void(const Request &, Connection &)>;

    explicit Listener(Handler handler, QObject *parent = nullptr);
    ~Listener() override;

    /// Listens on 127.0.0.1, or on [::1] without IPv4. Port 0 lets the system choose. False if the port is taken.
    bool listen(quint16 port = 0);

    /// Stops listening. Given answers are still sent; unanswered requests are dropped.
    void close();

    bool isListening() const { return m_server.isListening(); }
    quint16 port() const { return m_server.serverPort(); }

    /// Number of connections so far.
    int connectionCount() const { return m_connectionCount; }

    /// "http://127.0.0.1:PORT"
    QUrl origin() const;

    /// What clients are told whose requests do not reach the handler; by default only the status. For the connections to come.
    void setRefusalHandler(std::function<Response(const Refusal &)> handler) { m_refusalHandler = std::move(handler); }

    /// For the connections to come.
    void setLimits(const Limits &limits) { m_limits = limits; }

private:
    void acceptConnections();
    void makeRoom();

    Handler m_handler;
    std::function<Response(const Refusal &)> m_refusalHandler;
    QTcpServer m_server;
    Limits m_limits;
    int m_connectionCount = 0;
    QList<QPointer<Connection>> m_connections;
};

} // namespace loopback
