// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxy/proxytunnel.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>

#include <chrono>
#include <optional>
#include <utility>

namespace http {

/// Stands between Qt and an HTTP proxy, on 127.0.0.1. Qt repeats a CONNECT without end and without a signal where a proxy
/// offers NTLM and sends no challenge (6.4: 26,000 times in 15 s), and reports most refusals of a proxy as something else.
/// Only Qt's own requests are passed on: they have a key that no other program knows.
/// Until the proxy has opened a tunnel, one request asks at a time. If the proxy refuses its password, the others do not ask:
/// some lock an account after a few wrong ones.
class ProxyGuard : private TunnelKeeper
{
public:
    /// The proxy has `patience` to answer a CONNECT.
    ProxyGuard(const QNetworkProxy &proxy, std::chrono::milliseconds patience);
    Q_DISABLE_COPY_MOVE(ProxyGuard)

    const QNetworkProxy &proxy() const { return m_proxy; }

    /// The proxy for Qt: this guard, or the real one if nothing can listen on 127.0.0.1.
    QNetworkProxy guarded() const { return m_guarded; }

    /// Why the latest CONNECT to "github.com:443" failed. Nothing if it did not, or is under way.
    std::optional<ProxyProblem> problemAt(const QString &authority) const;

private:
    void acceptConnections();
    void requested(ProxyTunnel &tunnel) override;
    void opened(ProxyTunnel &tunnel) override;
    void failed(ProxyTunnel &tunnel, const ProxyProblem &problem) override;
    void endTurn(ProxyTunnel *tunnel);
    QList<QPointer<ProxyTunnel>> takeWaiting() { return std::exchange(m_waiting, {}); }

    const QNetworkProxy m_proxy;
    const std::chrono::milliseconds m_patience;
    const QByteArray m_key; ///< A header line.
    QNetworkProxy m_guarded;
    QHash<QByteArray, ProxyProblem> m_problems;
    bool m_isProven = false; ///< The proxy has opened a tunnel, and refused nothing since.
    ProxyTunnel *m_asking = nullptr; ///< Only until that.
    QList<QPointer<ProxyTunnel>> m_waiting;
    std::optional<ProxyProblem> m_refusal; ///< Of a password, for some seconds.
    QDeadlineTimer m_refusalEnd;
    QTcpServer m_server; ///< Owns the tunnels.
};

} // namespace http
