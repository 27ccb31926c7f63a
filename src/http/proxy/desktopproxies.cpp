// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/desktopproxies.h"

#include "http/proxy/proxyline.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QNetworkProxyFactory>
#include <QProcess>

#include <optional>

namespace http {

namespace {

using std::chrono::minutes;

struct Told
{
    QNetworkProxy proxy;
    QDeadlineTimer end;
};

ProxyProgram &chosenProgram()
{
    static ProxyProgram program;
    return program;
}

QHash<QString, Told> &toldByOrigin()
{
    static QHash<QString, Told> told;
    return told;
}

/// Nothing if it does not answer in time.
std::optional<QNetworkProxy> ask(const ProxyProgram &program, const QString &origin)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program.path, program.arguments + QStringList{origin});
    if (!process.waitForFinished(int(program.patience.count()))) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    return proxyFromLine(process.readAllStandardOutput().split('\n').first());
}

} // namespace

void askDesktopBy(const ProxyProgram &program)
{
    chosenProgram() = program;
    toldByOrigin().clear();
}

QNetworkProxy desktopProxyFor(const QUrl &url)
{
    if (chosenProgram().path.isEmpty())
        return QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url)).value(0, QNetworkProxy::NoProxy);
    const QString origin = originOf(url);
    const auto known = toldByOrigin().constFind(origin);
    if (known != toldByOrigin().constEnd() && !known->end.hasExpired())
        return known->proxy;
    const auto told = ask(chosenProgram(), origin);
    const QNetworkProxy proxy = told.value_or(QNetworkProxy(QNetworkProxy::NoProxy));
    toldByOrigin().insert(origin, {proxy, QDeadlineTimer(told ? minutes(5) : minutes(1))});
    return proxy;
}

} // namespace http
