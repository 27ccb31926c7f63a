// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace http {

/// A program that says which proxy the desktop's settings have for a URL; see proxyline.h.
struct ProxyProgram
{
    QString path;
    QStringList arguments; ///< Before the URL.
    std::chrono::milliseconds patience = std::chrono::seconds(3);
};

/// Asks this program instead of Qt from now on. The desktop may have a proxy script on a server that never answers, and Qt would
/// wait for it without end, in the thread that asks (libproxy 0.4). A program can be killed. A setting of the process, as Qt
/// has its proxies.
void askDesktopBy(const ProxyProgram &program);

/// The proxy of the desktop's settings. None if they do not say so in time; they are asked again after a minute then, and
/// after five otherwise.
QNetworkProxy desktopProxyFor(const QUrl &url);

} // namespace http
