// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QDateTime>

#include <optional>

namespace http {

/// How many more requests of one kind a server accepts, in the X-RateLimit headers of GitHub that other servers copy.
struct Quota
{
    QByteArray resource; ///< The kind of request; empty if the server names none.
    qint64 limit = 0; ///< 0 if the server names none.
    qint64 remaining = 0;
    std::optional<std::chrono::seconds> resetsIn; ///< At most an hour; nothing if the server names no sensible time.
};

/// Nothing unless an answer names the number of remaining requests. The reset is compared with the server's own clock if
/// the answer has a Date, and with `now` otherwise.
std::optional<Quota> quotaOf(const Answer &answer, const QDateTime &now);

/// True if a server refuses a request only because it has had too many: 429 (RFC 6585 §4), or GitHub's 403 with no requests
/// left, with Retry-After, or with words about a limit (its secondary limits).
bool isRateLimited(const Answer &answer);

/// How long a rate-limited answer asks to wait: Retry-After, or else until the reset of a quota that is used up; 0 if it does
/// not say.
std::chrono::seconds requestedPause(const Answer &answer, const QDateTime &now);

} // namespace http
