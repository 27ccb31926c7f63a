// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/errorcodes.h"

namespace http::errorcode {

bool isTransient(const Error &error)
{
    const bool isStatus = error.code.startsWith(QLatin1String("http_5"));
    const bool isConnection = error.code == QLatin1String("network") || error.code == QLatin1String("cut_off");
    return isStatus || isConnection;
}

QString codeOfStatus(int status)
{
    return QStringLiteral("http_%1").arg(status);
}

} // namespace http::errorcode
