// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/ratelimit.h"

#include "http/httpdate.h"

#include <algorithm>

namespace http {

namespace {

using std::chrono::seconds;

/// GitHub counts requests per hour. A later reset is a mistake of the server or of a clock.
constexpr qint64 longestWindow = 3600;

/// Smaller numbers are seconds from now, as some servers send them, and no seconds since 1970.
constexpr qint64 earliestEpoch = 1'000'000'000;

std::optional<qint64> numberIn(const Answer &answer, QByteArrayView header)
{
    bool isNumber = false;
    const qint64 number = answer.header(header).trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QDateTime timeOf(const Answer &answer, const QDateTime &now)
{
    const QDateTime date = readHttpDate(answer.header("date"));
    return date.isValid() ? date : now;
}

std::optional<seconds> resetIn(const Answer &answer, const QDateTime &now)
{
    const auto reset = numberIn(answer, "x-ratelimit-reset");
    if (!reset || *reset <= 0)
        return std::nullopt;
    const qint64 wait = *reset < earliestEpoch ? *reset : *reset - timeOf(answer, now).toSecsSinceEpoch();
    return wait > 0 ? std::optional(seconds(std::min(wait, longestWindow))) : std::nullopt;
}

bool speaksOfALimit(const QByteArray &body)
{
    const QByteArray words = body.left(4096).toLower();
    return words.contains("rate limit") || words.contains("abuse detection");
}

} // namespace

std::optional<Quota> quotaOf(const Answer &answer, const QDateTime &now)
{
    const auto remaining = numberIn(answer, "x-ratelimit-remaining");
    if (!remaining || *remaining < 0)
        return std::nullopt;
    const qint64 limit = std::max<qint64>(0, numberIn(answer, "x-ratelimit-limit").value_or(0));
    return Quota{answer.header("x-ratelimit-resource"), limit, *remaining, resetIn(answer, now)};
}

bool isRateLimited(const Answer &answer)
{
    if (answer.status != 403)
        return answer.status == 429;
    return answer.header("x-ratelimit-remaining").trimmed() == "0" || answer.retryAfter.count() > 0 || speaksOfALimit(answer.body);
}

seconds requestedPause(const Answer &answer, const QDateTime &now)
{
    if (answer.retryAfter.count() > 0)
        return answer.retryAfter;
    const auto quota = quotaOf(answer, now);
    return quota && quota->remaining == 0 ? quota->resetsIn.value_or(seconds(0)) : seconds(0);
}

} // namespace http
