// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QString>

/// Codes of http::readAnswer() that other files compare with. All are Unreachable.
namespace http::errorcode {

inline constexpr QLatin1String hostNotFound("host_not_found");
inline constexpr QLatin1String connectionRefused("connection_refused");
inline constexpr QLatin1String timedOut("timed_out");
inline constexpr QLatin1String tlsFailed("tls");

/// True if the connection has broken off.
bool isConnectionLost(const Error &error);

/// True for an error that may be over in a second: a 5xx, or a broken connection. A server that took long to answer has had
/// its time.
bool isTransient(const Error &error);

/// The code for an HTTP status that is an error: "http_404".
QString codeOfStatus(int status);

} // namespace http::errorcode
