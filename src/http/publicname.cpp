// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/publicname.h"

#include <QHostAddress>

namespace http {

bool hasPublicName(const QUrl &url)
{
    QString host = url.host().toLower();
    if (host.endsWith(QLatin1Char('.')))
        host.chop(1); // The root of all names.
    const bool isOfNetwork = host.endsWith(QLatin1String(".local")) || host.endsWith(QLatin1String(".localhost")); // RFC 6762, RFC 6761
    return QHostAddress(host).isNull() && host.contains(QLatin1Char('.')) && !isOfNetwork;
}

} // namespace http
