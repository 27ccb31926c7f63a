// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

namespace demo {

/// The token of a request, in either of GitHub's schemes `Bearer` and `token`; empty if there is none.
inline QString bearerToken(const loopback::Request &request)
{
    const QByteArray header = request.header("authorization");
    for (const QByteArray &scheme : {QByteArray("bearer "), QByteArray("token ")}) {
        if (header.toLower().startsWith(scheme))
            return QString::fromLatin1(header.mid(scheme.size()).trimmed());
    }
    return {};
}

} // namespace demo
