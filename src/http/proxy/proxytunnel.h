// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxy/proxyproblem.h"

#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <memory>

namespace http {

class ProxyTunnel;

/// Decides when tunnels may ask the proxy, and learns the outcome.
class TunnelKeeper
{
public:
    virtual ~TunnelKeeper() = default;

    /// Answers with ProxyTunnel::ask() or ProxyTunnel::fail(), at once or later.
    virtual void requested(ProxyTunnel &tunnel) = 0;
    virtual void opened(ProxyTunnel &tunnel) = 0;
    virtual void failed(ProxyTunnel &tunnel, const ProxyProblem &problem) = 0;
};

/// One connection of Qt to ProxyGuard, passed on to the proxy. Reads the CONNECT and its answer, and after that copies
/// bytes both ways. Qt stays on this connection whatever the proxy does with its own, so that its requests can be counted.
/// Deletes itself when Qt closes the connection.
class ProxyTunnel : public QObject
{
    Q_OBJECT

public:
    /// Passes only requests that have the header line `key`. The proxy has `patience` to answer.
    ProxyTunnel(QTcpSocket *client, const QNetworkProxy &proxy, const QByteArray &key, std::chrono::milliseconds patience,
                TunnelKeeper &keeper);
    ~ProxyTunnel() override;
    Q_DISABLE_COPY_MOVE(ProxyTunnel)

    /// Of the latest CONNECT: "github.com:443".
    const QByteArray &authority() const { return m_authority; }

    void ask();
    void fail(const ProxyProblem &problem);

private:
    enum class Phase {
        Requested, ///< By Qt.
        Waiting, ///< For the keeper.
        Asking,
        Opened, ///< By the proxy; nothing has come through yet.
        Open,
        Over,
    };

    void readRequest();
    void readFromProxy();
    void readAnswer();
    void passChallenge(const QByteArray &head);
    void skipBody();
    void checkFirstByte();
    void giveUp();
    void failToConnect(QAbstractSocket::SocketError error);
    void endWithProxy();

    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_proxySocket;
    const QNetworkProxy m_proxy;
    const QByteArray m_key;
    TunnelKeeper &m_keeper;
    QTimer m_deadline;
    Phase m_phase = Phase::Requested;
    QByteArray m_request;
    QByteArray m_authority;
    QByteArray m_answer;
    qint64 m_bodyLeft = 0; ///< Of a refusal that Qt answers.
    int m_requestCount = 0;
};

} // namespace http
