// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/ratelimits.h"

namespace {

constexpr int untouchedRequests = 5;

/// GitHub's advice for a 429 without Retry-After.
constexpr std::chrono::seconds customaryPause(60);

} // namespace

void RateLimits::read(const http::Answer &answer, const QDateTime &now)
{
    const QByteArray remaining = answer.header("x-ratelimit-remaining");
    if (!remaining.isEmpty()) {
        const QString resource = QString::fromLatin1(answer.header("x-ratelimit-resource"));
        m_byResource.insert(resource.isEmpty() ? QStringLiteral("core") : resource,
                            {answer.header("x-ratelimit-limit").toInt(), remaining.toInt(),
                             QDateTime::fromSecsSinceEpoch(answer.header("x-ratelimit-reset").toLongLong(), Qt::UTC)});
    }
    if (answer.status == 403 && answer.retryAfter.count() > 0)
        m_pausedUntil = now.addSecs(answer.retryAfter.count());
}

void RateLimits::pauseAfter429(std::chrono::seconds retryAfter, const QDateTime &now)
{
    m_pausedUntil = now.addSecs((retryAfter.count() > 0 ? retryAfter : customaryPause).count());
}

QDateTime RateLimits::closedUntil(const QString &resource, const QDateTime &now) const
{
    if (m_pausedUntil.isValid() && now < m_pausedUntil)
        return m_pausedUntil;
    const auto found = m_byResource.constFind(resource);
    if (found == m_byResource.constEnd() || found->remaining >= untouchedRequests || now >= found->resetsAt)
        return {};
    return found->resetsAt;
}

QString RateLimits::resourceOf(const QUrl &url)
{
    const QString path = url.path();
    if (path.endsWith(QLatin1String("/graphql")))
        return QStringLiteral("graphql");
    return path.contains(QLatin1String("/search/")) ? QStringLiteral("search") : QStringLiteral("core");
}
