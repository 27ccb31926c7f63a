// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QVariantMap>

#include <optional>

namespace oauth {

/// Reads the members of an answer of an OAuth endpoint: JSON or form-encoded, since GitHub answers either way, and an
/// `error` counts also with status 200, as GitHub sends it.
/// Denied: the server's error code, or "http_400" where it gave none. Malformed, with the code named: HTML, empty, no
/// object. Unreachable: the server says that it cannot just now.
Result<QVariantMap> readFields(const http::Answer &answer, const QString &malformedCode);

/// A string member; null where it is absent, nothing where it has another type.
std::optional<QString> textField(const QVariantMap &fields, const char *name);

/// A number of seconds, also as text; nothing where it is absent or not above 0. What is longer than `longest` is as long
/// as that.
std::optional<double> secondsField(const QVariantMap &fields, const char *name, double longest);

/// A server's text in a form that can be shown and logged: one line, short, and nothing in it that may be a secret.
QString sanitizedText(const QString &text);

} // namespace oauth
