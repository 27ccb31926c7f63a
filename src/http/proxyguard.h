// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxyproblem.h"

#include <QHash>
#include <QTcpServer>

#include <chrono>
#include <optional>

namespace http {

/// Stands between Qt and an HTTP proxy, on 127.0.0.1. Qt repeats a CONNECT without end and without a signal where a proxy
/// offers NTLM and sends no challenge (6.4: 26,000 times in 15 s), and reports most refusals of a proxy as something else.
/// Only Qt's own requests are passed on: they have a key that no other program knows.
class ProxyGuard
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

    const QNetworkProxy m_proxy;
    const std::chrono::milliseconds m_patience;
    const QByteArray m_key; ///< A header line.
    QNetworkProxy m_guarded;
    QTcpServer m_server;
    QHash<QByteArray, ProxyProblem> m_problems;
};

} // namespace http
