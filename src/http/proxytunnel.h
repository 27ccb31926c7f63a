// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxyproblem.h"

#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace http {

/// One connection of Qt to ProxyGuard, passed on to the proxy. Reads the CONNECT and its answer, and after that copies
/// bytes both ways. Deletes itself when Qt closes the connection.
class ProxyTunnel : public QObject
{
    Q_OBJECT

public:
    /// Told the authority of each CONNECT ("github.com:443"): without a problem when it begins, and with one when it fails.
    using Reporter = std::function<void(const QByteArray &authority, const std::optional<ProxyProblem> &problem)>;

    /// Passes only requests that have the header line `key`. The proxy has `patience` to answer.
    ProxyTunnel(QTcpSocket *client, const QNetworkProxy &proxy, const QByteArray &key, std::chrono::milliseconds patience,
                Reporter report);

private:
    enum class Phase {
        Requested, ///< By Qt, which also reads the rest of a refusal.
        Asking,
        Opened, ///< By the proxy; nothing has come through yet.
        Open,
        Over,
    };

    void readRequest();
    void connectToProxy();
    void readFromProxy();
    void readAnswer();
    void checkFirstByte();
    void giveUp();
    void fail(const ProxyProblem &problem);
    void failToConnect(QAbstractSocket::SocketError error);
    void endWithProxy();

    std::unique_ptr<QTcpSocket> m_client;
    QTcpSocket m_proxySocket;
    const QNetworkProxy m_proxy;
    const QByteArray m_key;
    const Reporter m_report;
    QTimer m_deadline;
    Phase m_phase = Phase::Requested;
    QByteArray m_request;
    QByteArray m_authority;
    QByteArray m_answer;
    int m_requestCount = 0;
};

} // namespace http
