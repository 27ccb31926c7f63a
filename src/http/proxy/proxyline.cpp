// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxyline.h"

#include "http/proxy/proxyproblem.h"

namespace http {

namespace {

const auto direct = QStringLiteral("direct:");
const auto socksScheme = QStringLiteral("socks5");
const auto unsupportedScheme = QStringLiteral("unsupported"); ///< See markUnsupported().

} // namespace

QString toLine(const QNetworkProxy &proxy)
{
    if (isDirect(proxy))
        return direct;
    QUrl url;
    url.setScheme(!isSupported(proxy)                      ? unsupportedScheme
                  : proxy.type() == QNetworkProxy::Socks5Proxy ? socksScheme
                                                               : QStringLiteral("http"));
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    url.setUserName(proxy.user());
    url.setPassword(proxy.password());
    return url.toString(QUrl::FullyEncoded);
}

QNetworkProxy proxyFromLine(const QByteArray &line)
{
    const QUrl url(QString::fromUtf8(line.trimmed()), QUrl::StrictMode);
    if (url.host().isEmpty())
        return QNetworkProxy::NoProxy;
    const auto type = url.scheme() == socksScheme ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    QNetworkProxy proxy(type, url.host(), quint16(url.port(0)), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    if (url.scheme() == unsupportedScheme)
        markUnsupported(proxy);
    return proxy;
}

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace http
