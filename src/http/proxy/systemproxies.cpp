// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/systemproxies.h"

#include "http/proxy/desktopproxies.h"
#include "http/proxy/proxyproblem.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace http {

namespace {

bool isThisComputer(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString withoutBrackets(QString host)
{
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    return host;
}

/// "name:port" in two. An IPv6 address has a port only after brackets.
std::pair<QString, int> splitPort(const QString &entry)
{
    static const QRegularExpression withPort(QStringLiteral("^([^:]+|\\[.*\\]):(\\d{1,5})$"));
    const auto match = withPort.match(entry);
    return match.hasMatch() ? std::pair(match.captured(1), match.captured(2).toInt()) : std::pair(entry, -1);
}

bool isInNetwork(const QString &host, const QString &network)
{
    const QHostAddress address(host);
    const auto subnet = QHostAddress::parseSubnet(network);
    return !address.isNull() && subnet.second >= 0 && address.isInSubnet(subnet);
}

bool fits(const QString &entry, const QString &host, int port)
{
    if (entry == QLatin1String("*"))
        return true;
    if (entry.contains(QLatin1Char('/')))
        return isInNetwork(host, entry);
    auto [name, onlyPort] = splitPort(entry);
    name = withoutBrackets(name);
    if (onlyPort >= 0 && onlyPort != port)
        return false;
    if (const QHostAddress address(name); !address.isNull())
        return address == QHostAddress(host);
    if (name.startsWith(QLatin1String("*.")))
        name = name.mid(1);
    while (name.startsWith(QLatin1Char('.')))
        name = name.mid(1);
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return !name.isEmpty() && (host == name || host.endsWith(QLatin1Char('.') + name));
}

/// The first of these variables that is set and not empty.
QByteArray firstSet(std::initializer_list<const char *> names)
{
    const auto found = std::find_if_not(names.begin(), names.end(), qEnvironmentVariableIsEmpty);
    return found == names.end() ? QByteArray() : QByteArray(*found);
}

bool goesDirectly(const QUrl &url)
{
    const QByteArray variable = firstSet({"no_proxy", "NO_PROXY"});
    if (variable.isEmpty())
        return false;
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    QString host = url.host().toLower();
    if (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    const QString list = qEnvironmentVariable(variable.constData()).toLower();
    const QStringList entries = list.split(separator, Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&](const QString &entry) { return fits(entry, host, port); });
}

/// Reads "http://name:password@proxy:3128". Without a scheme it is http, and without a port 1080, as curl has it. Qt speaks no
/// TLS with proxies, and no SOCKS4: those are marked. GNOME sets "socks://" for both kinds of SOCKS.
QNetworkProxy readProxy(const QString &text)
{
    const QUrl url(text.contains(QLatin1String("://")) ? text : QLatin1String("http://") + text);
    const bool isTls = url.scheme() == QLatin1String("https");
    static const QStringList ofSocks{QStringLiteral("socks"), QStringLiteral("socks5"), QStringLiteral("socks5h")};
    const bool isSocks = ofSocks.contains(url.scheme());
    QNetworkProxy proxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), quint16(url.port(isTls ? 443 : 1080)),
                        url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    if (!isSocks && url.scheme() != QLatin1String("http"))
        markUnsupported(proxy);
    if (url.host().isEmpty())
        proxy.setHostName(QStringLiteral("invalid")); // Never a silent direct connection.
    return proxy;
}

} // namespace

QByteArray proxyVariableFor(const QUrl &url)
{
    // HTTP_PROXY is not read: a web server sets it from a header of a request (CVE-2016-5385).
    return url.scheme() == QLatin1String("https") ? firstSet({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                                                  : firstSet({"http_proxy", "all_proxy", "ALL_PROXY"});
}

std::optional<QNetworkProxy> environmentProxyFor(const QUrl &url)
{
    if (goesDirectly(url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QByteArray variable = proxyVariableFor(url);
    if (variable.isEmpty())
        return std::nullopt;
    return readProxy(qEnvironmentVariable(variable.constData()).trimmed());
}

QNetworkProxy systemProxyFor(const QUrl &url)
{
    if (isThisComputer(url.host()))
        return QNetworkProxy::NoProxy;
    if (const auto proxy = environmentProxyFor(url))
        return *proxy;
    return desktopProxyFor(url);
}

} // namespace http
