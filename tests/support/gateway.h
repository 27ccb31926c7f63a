// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>

#include <chrono>

/// A proxy in front of a server on 127.0.0.1. A test can close it, add a delay, or put TLS with any certificate in
/// front, while the address stays the same.
class Gateway : public QObject
{
public:
    /// Accepts connections at once; with TLS if a configuration is given.
    explicit Gateway(const QUrl &server, const QSslConfiguration &tls = {});

    QUrl origin() const;

    /// The URL of `place` on the server, through this gateway.
    QUrl at(QUrl place) const;

    /// Refuses connections until open().
    void close();
    void open();

    /// Closes all connections and waits until their clients know. Qt may hold a spare connection, which its next
    /// request would otherwise use even after close().
    void cut();

    /// Uses another certificate from the next connection on.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; m_server.setSslConfiguration(tls); }

    /// Simulates distance from the next connection on: connecting takes a round trip, and every byte half of one.
    void setRoundTrip(std::chrono::milliseconds roundTrip) { m_roundTrip = roundTrip; }

    /// How many clients have begun a TLS handshake.
    int handshakeCount() const { return m_handshakeCount; }

private:
    void forward(QTcpSocket &client);

    const QUrl m_destination;
    QSslConfiguration m_tls;
    QSslServer m_server;
    QTcpServer m_plainServer;
    QTcpServer &m_used;
    quint16 m_port = 0;
    std::chrono::milliseconds m_roundTrip{0};
    int m_handshakeCount = 0;
};
