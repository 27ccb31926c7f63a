// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QVariantMap>

#include <optional>

namespace oauth {

/// Reads the members of an answer of an OAuth endpoint, JSON or form-encoded, whatever its media type: GitHub sends both, and
/// others mislabel theirs. An `error` counts with status 200 too, as GitHub sends it, unless it is empty or no text and comes
/// with an access token.
/// Denied: the server's error code, or that of errorcode::codeOfRefusal() if it named none. Malformed `malformedCode`: empty,
/// or an odd status. Malformed "web_page": HTML. Malformed "not_json". Unreachable: "temporarily_unavailable",
/// "server_error", and "limit_reached" with the wait that a rate limit asks for. All errors have the status.
Result<QVariantMap> readFields(const http::Answer &answer, const QString &malformedCode);

/// The error that a server names by its code (RFC 6749 §§4.1.2.1, 5.2). Unreachable: "temporarily_unavailable" and
/// "server_error". Denied: every other code, or "unknown_error" for one that has other characters than lower-case letters, digits,
/// '_', '.' and '-', or more than 64.
Error namedError(const QString &code, const QString &description);

/// A text member; a null string if it is absent or has another type.
QString textField(const QVariantMap &fields, const char *name);

/// A number of seconds, also as text, at most `longest`. Nothing if it is absent or not positive.
std::optional<double> secondsField(const QVariantMap &fields, const char *name, double longest);

/// At most 200 characters of a text.
QString shortText(const QString &text);

/// A server's text made fit to be shown and logged: one short line, with everything that may be a secret replaced.
QString sanitizedText(const QString &text);

} // namespace oauth
