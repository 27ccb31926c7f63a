// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxyroute.h"

#include <QHostInfo>
#include <QNetworkReply>

#include <algorithm>

namespace http {

namespace {

/// Qt marks connections that it opens ahead by their scheme: "preconnect-https".
QUrl withoutPreconnect(QUrl url)
{
    static const QLatin1String prefix("preconnect-");
    if (url.scheme().startsWith(prefix))
        url.setScheme(url.scheme().mid(prefix.size()));
    return url;
}

QString authorityOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return (host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port);
}

QString keyOf(const QUrl &url)
{
    return url.scheme() + QLatin1Char(' ') + authorityOf(url);
}

} // namespace

QList<QNetworkProxy> ProxyRoute::queryProxy(const QNetworkProxyQuery &query)
{
    const QUrl url = withoutPreconnect(query.url());
    const QNetworkProxy proxy = m_choose(url);
    m_chosen.insert(keyOf(url), proxy);
    if (proxy.type() == QNetworkProxy::Socks5Proxy)
        lookUp(proxy.hostName());
    if (proxy.type() != QNetworkProxy::HttpProxy || url.scheme() != QLatin1String("https"))
        return {proxy};
    if (!guardOf(proxy))
        m_guards.push_back(std::make_unique<ProxyGuard>(proxy, m_patience));
    return {guardOf(proxy)->guarded()};
}

void ProxyRoute::note(QNetworkReply &reply) const
{
    const QUrl url = withoutPreconnect(reply.url());
    const QNetworkProxy proxy = m_chosen.value(keyOf(url), QNetworkProxy::NoProxy);
    if (isAboutServer(reply.error(), proxy))
        return;
    noteProxy(reply, proxy);
    const ProxyGuard *guard = guardOf(proxy);
    // The guard answers before a request times out.
    const bool isOther = reply.error() == QNetworkReply::NoError || reply.error() == QNetworkReply::OperationCanceledError
        || reply.error() == QNetworkReply::TimeoutError;
    if (!guard || url.scheme() != QLatin1String("https") || isOther)
        return;
    if (const auto problem = guard->problemAt(authorityOf(url)))
        noteProblem(reply, *problem);
}

/// Before Qt does.
void ProxyRoute::lookUp(const QString &host)
{
    if (!QHostAddress(host).isNull())
        m_foundHosts.insert(host);
    else if (!m_foundHosts.contains(host))
        QHostInfo::lookupHost(host, &m_lookups, [this, host](const QHostInfo &info) {
            if (info.error() == QHostInfo::NoError)
                m_foundHosts.insert(host);
        });
}

/// True if a SOCKS proxy says that it cannot find or connect to the server (RFC 1928 §6). Qt also reports HostNotFoundError if the
/// proxy itself is not found, and something else if the proxy refuses the connection.
bool ProxyRoute::isAboutServer(QNetworkReply::NetworkError error, const QNetworkProxy &proxy) const
{
    return proxy.type() == QNetworkProxy::Socks5Proxy
        && (error == QNetworkReply::ConnectionRefusedError
            || (error == QNetworkReply::HostNotFoundError && m_foundHosts.contains(proxy.hostName())));
}

ProxyGuard *ProxyRoute::guardOf(const QNetworkProxy &proxy) const
{
    const auto isIts = [&](const auto &guard) { return guard->proxy() == proxy; };
    const auto guard = std::find_if(m_guards.begin(), m_guards.end(), isIts);
    return guard == m_guards.end() ? nullptr : guard->get();
}

} // namespace http
