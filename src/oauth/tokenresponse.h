// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/httpanswer.h"
#include "oauth/tokenset.h"

namespace oauth {

/// Reads the answer of a token endpoint (RFC 6749 §§5.1, 5.2): JSON or form-encoded, since GitHub answers either way,
/// and an `error` counts also with status 200, as GitHub sends it. `now` is when the answer came; scopes that the
/// answer does not name are `requestedScope`.
/// Denied: the server's error code, or "http_400" where it gave none. Malformed: HTML, empty, wrong types, no token.
/// Unreachable: the server says that it cannot just now.
Result<TokenSet> readTokenResponse(const HttpAnswer &answer, const QString &requestedScope, const QDateTime &now);

/// Granted scopes as a list; servers separate them by spaces (RFC 6749 §3.3) or, as GitHub, by commas.
QStringList splitScopes(const QString &scope);

/// A server's text in a form that can be shown and logged: one line, short, and nothing in it that may be a secret.
QString harmlessText(const QString &text);

} // namespace oauth
