// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxy/proxyguard.h"

#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSet>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace http {

/// Finds the proxy for a URL.
using ProxyChoice = std::function<QNetworkProxy(const QUrl &)>;

/// The proxies of one network access manager: those of `choose`, with a guard in front of each HTTP proxy that https goes
/// through.
class ProxyRoute : public QNetworkProxyFactory
{
public:
    /// A proxy has `patience` to answer.
    ProxyRoute(ProxyChoice choose, std::chrono::milliseconds patience) : m_choose(std::move(choose)), m_patience(patience) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// Records in a finished reply through which proxy its request went, and why that failed.
    void note(QNetworkReply &reply) const;

private:
    void lookUp(const QString &host);
    bool isAboutServer(QNetworkReply::NetworkError error, const QNetworkProxy &proxy) const;
    ProxyGuard *guardOf(const QNetworkProxy &proxy) const;

    const ProxyChoice m_choose;
    const std::chrono::milliseconds m_patience;
    QHash<QString, QNetworkProxy> m_chosen; ///< By scheme and authority: asking a desktop twice may take long.
    QSet<QString> m_foundHosts; ///< Of SOCKS proxies.
    QObject m_lookups;
    std::vector<std::unique_ptr<ProxyGuard>> m_guards;
};

} // namespace http
