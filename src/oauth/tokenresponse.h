// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "oauth/tokenset.h"

namespace oauth {

/// Reads the answer of a token endpoint (RFC 6749 §§5.1, 5.2), which arrived at `now`. An answer that names no scopes
/// grants `requestedScope`. Errors are those of readFields(), Malformed "no_token" if there is no access token, and Malformed
/// "token_response" if it cannot be used. Any other member that cannot be read counts as absent.
Result<TokenSet> readTokenResponse(const http::Answer &answer, const QString &requestedScope, const QDateTime &now);

/// True if a token may stand in an Authorization header (RFC 6750 §2.1, widened to all visible ASCII).
bool isUsableToken(const QString &token);

/// Splits a list of scopes, separated by spaces (RFC 6749 §3.3) or, as GitHub does, by commas.
QStringList splitScopes(const QString &scope);

} // namespace oauth
