// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/resource/verdict.h"

#include <QDateTime>

/// The error for an answer that judge() did not accept. Unreachable "rate_limited", with the wait that the server asks for.
/// Denied: "sso_required" with the page that helps, "account_suspended", "scope_missing" with the scopes as detail, or
/// "insufficient_scope" if the server names none (RFC 6750 §3.1), "ip_not_allowed", "app_not_allowed",
/// "token_kind_not_allowed", "unverified_user_email"; "intercepted" if a page came from something on the way; or else
/// "http_403" and the like.
Error refusalOf(const http::Answer &answer, Verdict verdict, const Provider &provider, const QDateTime &now);

/// The same for the first request with a token, at the end of a sign-in: nobody asks again after a rate limit, and there is no
/// session yet that a refused token could end. Unreachable "limit_reached", and Denied "token_refused" if the person has
/// pasted the token, or else "new_token_refused".
Error refusalOfNewToken(const http::Answer &answer, const Provider &provider, bool isPasted, const QDateTime &now);
