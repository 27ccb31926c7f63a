// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QLatin1String>

namespace demo {

/// The form in the body of a request.
inline QUrlQuery formOf(const loopback::Request &request)
{
    return QUrlQuery(QString::fromLatin1(request.body));
}

/// The value of a parameter; empty if it is absent or repeated.
inline QString value(const QUrlQuery &parameters, const char *name)
{
    return loopback::formValue(parameters, QLatin1String(name)).value_or(QString());
}

} // namespace demo
