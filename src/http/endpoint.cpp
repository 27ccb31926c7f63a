// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/endpoint.h"

namespace http {

bool isSafeEndpoint(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    const bool isLoopback = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1");
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback);
}

bool isSameOrigin(const QUrl &left, const QUrl &right)
{
    const int defaultPort = left.scheme() == QLatin1String("https") ? 443 : 80;
    return !left.host().isEmpty() && left.scheme() == right.scheme() && left.host() == right.host()
        && left.port(defaultPort) == right.port(defaultPort);
}

} // namespace http
