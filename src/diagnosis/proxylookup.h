// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QStringList>
#include <QUrl>

#include <functional>

/// Which proxies the desktop or the environment says are to be used. A name server or a script that hangs can keep that
/// question without an answer, and nothing can cancel it, so it is asked in a process that can be ended: this program, started
/// with `proxyArgument` and the URLs.
namespace diagnosis {

using ProxyReceiver = std::function<void(const QList<QNetworkProxy> &)>;

/// Finds the proxies to use for some URLs, in their order. May take its time, or not come back at all: the receiver is called
/// at most once, not from inside the call, and not after `context` is gone.
using ProxyLookup = std::function<void(const QList<QUrl> &urls, QObject *context, ProxyReceiver receiver)>;

extern const QString proxyArgument;

/// For the process that is asked: its answer, a line for each URL.
QString systemProxiesFor(const QStringList &urls);

/// Asks `program`. Where it cannot be asked, or its answer cannot be read, there is no proxy.
ProxyLookup proxiesBy(const QString &program);

/// Asks this program.
void lookUpSystemProxies(const QList<QUrl> &urls, QObject *context, ProxyReceiver receiver);

} // namespace diagnosis
