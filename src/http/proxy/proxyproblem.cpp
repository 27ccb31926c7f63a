// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxyproblem.h"

#include <QNetworkReply>
#include <QPoint>

namespace http {

namespace {

const QLatin1String proxyFailed("proxy"); // In a way that Qt does not tell.

constexpr char proxyProperty[] = "latchkeyProxy";
constexpr char problemProperty[] = "latchkeyProxyProblem";

} // namespace

QString nameOf(const QNetworkProxy &proxy)
{
    const bool isIpv6 = proxy.hostName().contains(QLatin1Char(':'));
    return (isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(proxy.hostName(), QString::number(proxy.port()));
}

bool isDirect(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy;
}

void markUnsupported(QNetworkProxy &proxy)
{
    proxy.setType(QNetworkProxy::HttpProxy);
    proxy.setCapabilities({});
}

bool isSupported(const QNetworkProxy &proxy)
{
    return isDirect(proxy) || proxy.capabilities() != QNetworkProxy::Capabilities();
}

QString codeOf(const ProxyProblem &problem)
{
    switch (problem.failure) {
    case ProxyFailure::NotFound: return QStringLiteral("proxy_not_found");
    case ProxyFailure::Refused: return QStringLiteral("proxy_refused");
    case ProxyFailure::Closed: return QStringLiteral("proxy_closed");
    case ProxyFailure::Silent: return QStringLiteral("proxy_timed_out");
    case ProxyFailure::Unreadable: return QStringLiteral("proxy_unreadable");
    case ProxyFailure::NeedsPassword: return QStringLiteral("proxy_password");
    case ProxyFailure::WrongPassword: return QStringLiteral("proxy_wrong_password");
    case ProxyFailure::NeedsNtlm: return QStringLiteral("proxy_ntlm");
    case ProxyFailure::Denied: return QStringLiteral("proxy_%1").arg(problem.status);
    case ProxyFailure::Broken: return QStringLiteral("proxy_broken");
    case ProxyFailure::Unsupported: return QStringLiteral("proxy_unsupported");
    case ProxyFailure::NotTls: return QStringLiteral("proxy_not_tls");
    case ProxyFailure::Unknown: return proxyFailed;
    }
    Q_UNREACHABLE();
}

void noteProxy(QNetworkReply &reply, const QNetworkProxy &proxy)
{
    if (!isDirect(proxy))
        reply.setProperty(proxyProperty, nameOf(proxy));
}

void noteProblem(QNetworkReply &reply, const ProxyProblem &problem)
{
    reply.setProperty(problemProperty, QPoint(int(problem.failure), problem.status));
}

QString notedProxy(const QNetworkReply &reply)
{
    return reply.property(proxyProperty).toString();
}

std::optional<ProxyProblem> notedProblem(const QNetworkReply &reply)
{
    const QVariant noted = reply.property(problemProperty);
    if (!noted.isValid())
        return std::nullopt;
    return ProxyProblem{ProxyFailure(noted.toPoint().x()), noted.toPoint().y()};
}

bool isProxyFailure(const QString &code)
{
    return code == proxyFailed || code.startsWith(QLatin1String("proxy_"));
}

} // namespace http
