// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QVariantMap>

#include <optional>

namespace oauth {

/// Reads the members of an answer of an OAuth endpoint, JSON or form-encoded: GitHub sends both. An `error` counts with
/// status 200 too, as GitHub sends it.
/// Denied: the server's error code, or "http_400" if it named none. Malformed `malformedCode`: HTML, empty, or no
/// object. Unreachable: "temporarily_unavailable" and "server_error".
Result<QVariantMap> readFields(const http::Answer &answer, const QString &malformedCode);

/// A string member: a null string if it is absent, nothing if it has another type.
std::optional<QString> textField(const QVariantMap &fields, const char *name);

/// A number of seconds, also as text, at most `longest`. Nothing if it is absent or not positive.
std::optional<double> secondsField(const QVariantMap &fields, const char *name, double longest);

/// A server's text made fit to be shown and logged: one short line, with everything that may be a secret replaced.
QString sanitizedText(const QString &text);

} // namespace oauth
