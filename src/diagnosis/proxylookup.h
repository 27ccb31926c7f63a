// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkProxy>
#include <QStringList>
#include <QUrl>

#include <functional>

/// Finds the proxies that the desktop or the environment configures. A name server or a proxy script may hang, and Qt cannot
/// cancel the lookup. So a process does it that can be killed: this program, started with `proxyArgument` and the URLs.
namespace diagnosis {

using ProxyReceiver = std::function<void(const QList<QNetworkProxy> &)>;

/// Finds the proxy for each URL, in their order. May never answer. The receiver is called at most once, not from inside the
/// call, and not after `context` is gone.
using ProxyLookup = std::function<void(const QList<QUrl> &urls, QObject *context, ProxyReceiver receiver)>;

extern const QString proxyArgument;

/// In the process that is asked: the answer, one line for each URL.
QString systemProxiesFor(const QStringList &urls);

/// Asks `program`. Finds no proxy if it does not start, or if its answer cannot be read.
ProxyLookup proxiesBy(const QString &program);

/// Asks this program.
void lookUpSystemProxies(const QList<QUrl> &urls, QObject *context, ProxyReceiver receiver);

} // namespace diagnosis
