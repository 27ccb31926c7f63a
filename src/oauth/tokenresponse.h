// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "oauth/tokenset.h"

namespace oauth {

/// Reads the answer of a token endpoint (RFC 6749 §§5.1, 5.2). `now` is when the answer came; scopes that the answer does
/// not name are `requestedScope`. Errors are those of readFields(), and Malformed for wrong types and where there is no
/// token.
Result<TokenSet> readTokenResponse(const http::Answer &answer, const QString &requestedScope, const QDateTime &now);

/// True for what may stand in an Authorization header (RFC 6750 §2.1, widened to all visible ASCII).
bool isUsableToken(const QString &token);

/// Granted scopes as a list; servers separate them by spaces (RFC 6749 §3.3) or, as GitHub, by commas.
QStringList splitScopes(const QString &scope);

} // namespace oauth
