// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QUrl>

#include <optional>

namespace http {

/// The proxy that the environment names for a URL, as curl and Git read it: https_proxy, HTTPS_PROXY, http_proxy, all_proxy
/// and ALL_PROXY. The entries of no_proxy, else of NO_PROXY, go directly: names with all below them, addresses, networks
/// (10.0.0.0/8), each with or without a port, and `*`. Nothing if the environment says nothing about this URL.
/// Qt alone reads only some of these, and which ones differs between its builds.
std::optional<QNetworkProxy> environmentProxyFor(const QUrl &url);

/// The proxy that the environment names, else that of the desktop. None for this computer. May wait for a proxy script; see
/// askDesktopBy().
QNetworkProxy systemProxyFor(const QUrl &url);

/// The variable that environmentProxyFor() takes the proxy for a URL from. Empty if there is none.
QByteArray proxyVariableFor(const QUrl &url);

} // namespace http
