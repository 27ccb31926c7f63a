// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/ratelimits.h"

#include "http/ratelimit.h"
#include "result/printabletext.h"

#include <algorithm>

namespace {

constexpr int untouchedRequests = 5;
constexpr std::chrono::seconds customaryPause(60);
constexpr std::chrono::seconds longestUrlPause(3600);

} // namespace

void RateLimits::read(const http::Answer &answer, const QDateTime &now)
{
    if (answer.status == 401)
        return;
    const auto quota = http::quotaOf(answer, now);
    if (quota) {
        const QString resource = printableText(QString::fromLatin1(quota->resource));
        m_byResource.insert(resource.isEmpty() ? QStringLiteral("core") : resource,
                            {quota->limit, quota->remaining, quota->resetsIn ? now.addSecs(quota->resetsIn->count()) : QDateTime(),
                             now});
    }
    // A quota that is used up closes only its resource.
    const bool isQuotaUsedUp = quota && quota->remaining == 0 && quota->resetsIn;
    if (http::isRateLimited(answer) && (!isQuotaUsedUp || answer.retryAfter.count() > 0))
        pause(answer, now);
}

void RateLimits::pause(const http::Answer &answer, const QDateTime &now)
{
    m_pause = {now, now.addSecs(pauseAfter(answer, now).count())};
}

void RateLimits::pauseUrl(const QUrl &url, const http::Answer &answer, const QDateTime &now)
{
    m_pausedUrls.removeIf([&](const auto &paused) { return paused.value().isOver(now); });
    m_pausedUrls.insert(url, {now, now.addSecs(std::min(pauseAfter(answer, now), longestUrlPause).count())});
}

std::chrono::seconds RateLimits::pauseAfter(const http::Answer &answer, const QDateTime &now)
{
    const std::chrono::seconds requested = http::requestedPause(answer, now);
    return requested.count() > 0 ? requested : customaryPause;
}

QDateTime RateLimits::closedUntil(const QString &resource, const QDateTime &now) const
{
    if (!m_pause.isOver(now))
        return m_pause.until;
    const auto found = m_byResource.constFind(resource);
    if (found == m_byResource.constEnd() || found->remaining >= untouchedRequests
        || Pause{found->readAt, found->resetsAt}.isOver(now))
        return {};
    return found->resetsAt;
}

QDateTime RateLimits::closedUntil(const QUrl &url, const QDateTime &now) const
{
    const QDateTime ofResource = closedUntil(resourceOf(url), now);
    const Pause ofUrl = m_pausedUrls.value(url);
    return !ofUrl.isOver(now) && (!ofResource.isValid() || ofResource < ofUrl.until) ? ofUrl.until : ofResource;
}

QString RateLimits::resourceOf(const QUrl &url)
{
    const QString path = url.path();
    if (path.endsWith(QLatin1String("/graphql")))
        return QStringLiteral("graphql");
    return path.contains(QLatin1String("/search/")) ? QStringLiteral("search") : QStringLiteral("core");
}
