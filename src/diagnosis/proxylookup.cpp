// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/proxylookup.h"

#include "http/proxy/proxyline.h"
#include "http/proxy/systemproxies.h"
#include "processes/endingprocess.h"

#include <QCoreApplication>

namespace diagnosis {

const QString proxyArgument = QStringLiteral("--system-proxies");

QString systemProxiesFor(const QStringList &urls)
{
    QString lines;
    for (const QString &url : urls) {
        lines += http::toLine(http::systemProxyFor(QUrl(url))) + QLatin1Char('\n');
    }
    return lines;
}

ProxyLookup proxiesBy(const QString &program)
{
    return [program](const QList<QUrl> &urls, QObject *context, const ProxyReceiver &receiver) {
        QStringList arguments{proxyArgument};
        for (const QUrl &url : urls)
            arguments.append(http::originOf(url));
        auto *process = new processes::EndingProcess(context);
        process->setStandardErrorFile(QProcess::nullDevice());
        const auto answer = [process, count = urls.size(), receiver] {
            process->deleteLater();
            const QByteArrayList lines = process->readAllStandardOutput().trimmed().split('\n');
            QList<QNetworkProxy> proxies;
            for (const QByteArray &line : lines)
                proxies.append(http::proxyFromLine(line));
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
