// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/errorcodes.h"

namespace http::errorcode {

bool isConnectionLost(const Error &error)
{
    return error.code == QLatin1String("network") || error.code == QLatin1String("cut_off");
}

bool isTransient(const Error &error)
{
    return error.code.startsWith(QLatin1String("http_5")) || isConnectionLost(error);
}

QString codeOfStatus(int status)
{
    return QStringLiteral("http_%1").arg(status);
}

} // namespace http::errorcode
