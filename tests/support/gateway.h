// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>

#include <chrono>

/// A way to a server on 127.0.0.1 that a test can close, make longer, or put TLS with a certificate of its choice on, while
/// the address stays the same.
class Gateway : public QObject
{
public:
    /// Open at once; with TLS where a configuration is given.
    explicit Gateway(const QUrl &server, const QSslConfiguration &tls = {});

    QUrl origin() const;

    /// The same place on the server, by way of this.
    QUrl at(QUrl place) const;

    /// Nobody can connect until open().
    void close();
    void open();

    /// Ends the connections that are there, and waits until their clients know. Qt may have one more than it needed, which its
    /// next request would use, whatever has become of the way for new ones.
    void cut();

    /// Takes another certificate from the next connection on.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; m_server.setSslConfiguration(tls); }

    /// As if the server were so far away: from the next connection on, to connect takes a round trip, and every byte half of
    /// one.
    void setRoundTrip(std::chrono::milliseconds roundTrip) { m_roundTrip = roundTrip; }

    /// Clients that have begun to speak TLS.
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
