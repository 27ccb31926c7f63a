// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/proxylookup.h"

#include "http/proxy/proxyproblem.h"
#include "http/proxy/systemproxies.h"
#include "processes/endingprocess.h"

#include <QCoreApplication>

namespace diagnosis {

namespace {

const auto direct = QStringLiteral("direct:");
const auto socksScheme = QStringLiteral("socks5");
const auto unsupportedScheme = QStringLiteral("unsupported"); ///< See http::markUnsupported().

QString toLine(const QNetworkProxy &proxy)
{
    if (http::isDirect(proxy))
        return direct;
    QUrl url;
    url.setScheme(!http::isSupported(proxy)                      ? unsupportedScheme
                  : proxy.type() == QNetworkProxy::Socks5Proxy ? socksScheme
                                                               : QStringLiteral("http"));
    url.setHost(proxy.hostName());
    url.setPort(proxy.port());
    url.setUserName(proxy.user());
    url.setPassword(proxy.password());
    return url.toString(QUrl::FullyEncoded);
}

QNetworkProxy fromLine(const QByteArray &line)
{
    const QUrl url(QString::fromUtf8(line.trimmed()), QUrl::StrictMode);
    if (url.host().isEmpty())
        return QNetworkProxy::NoProxy;
    const auto type = url.scheme() == socksScheme ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    QNetworkProxy proxy(type, url.host(), quint16(url.port(0)), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
    if (url.scheme() == unsupportedScheme)
        http::markUnsupported(proxy);
    return proxy;
}

/// The part of a URL that the choice of a proxy depends on.
QString originOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

const QString proxyArgument = QStringLiteral("--system-proxies");

QString systemProxiesFor(const QStringList &urls)
{
    QString lines;
    for (const QString &url : urls) {
        lines += toLine(http::systemProxyFor(QUrl(url))) + QLatin1Char('\n');
    }
    return lines;
}

ProxyLookup proxiesBy(const QString &program)
{
    return [program](const QList<QUrl> &urls, QObject *context, const ProxyReceiver &receiver) {
        QStringList arguments{proxyArgument};
        for (const QUrl &url : urls)
            arguments.append(originOf(url));
        auto *process = new processes::EndingProcess(context);
        process->setStandardErrorFile(QProcess::nullDevice());
        const auto answer = [process, count = urls.size(), receiver] {
            process->deleteLater();
            const QByteArrayList lines = process->readAllStandardOutput().trimmed().split('\n');
            QList<QNetworkProxy> proxies;
            for (const QByteArray &line : lines)
                proxies.append(fromLine(line));
            proxies.resize(count, QNetworkProxy(QNetworkProxy::NoProxy));
            receiver(proxies);
        };
        QObject::connect(process, &QProcess::finished, context, answer);
        QObject::connect(process, &QProcess::errorOccurred, context, [answer](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                answer();
        }, Qt::QueuedConnection);
        process->start(program, arguments);
    };
}

void lookUpSystemProxies(const QList<QUrl> &urls, QObject *context, ProxyReceiver receiver)
{
    proxiesBy(QCoreApplication::applicationFilePath())(urls, context, std::move(receiver));
}

} // namespace diagnosis
