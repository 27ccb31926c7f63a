// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/retrytimer.h"

#include <algorithm>
#include <utility>

RetryTimer::RetryTimer(const SessionOptions &options, QObject *parent)
    : QObject(parent), m_clock(options.clock), m_lookInterval(options.lookInterval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RetryTimer::look);
}

void RetryTimer::waitUntil(const QDateTime &time)
{
    m_backOff.reset();
    m_timer.stop();
    if (time.isValid())
        start(time);
}

void RetryTimer::waitOutLimit(const Error &error)
{
    if (error.code == QLatin1String("rate_limited") && error.retryAfter.count() > 0)
        waitUntil(m_clock().addSecs(error.retryAfter.count() + 1)); // It is rounded down.
}

void RetryTimer::retryLater(std::chrono::seconds retryAfter)
{
    start(m_backOff.fail(m_clock(), retryAfter));
}

void RetryTimer::wake()
{
    if (!m_timer.isActive())
        return;
    noteClock();
    if (m_backOff.hasFailed())
        start(m_backOff.earliest(m_clock()));
    else
        look();
}

void RetryTimer::start(const QDateTime &time)
{
    m_dueAt = time;
    m_lookedAt = m_clock();
    const std::chrono::milliseconds left(m_lookedAt.msecsTo(time));
    m_timer.start(std::clamp<std::chrono::milliseconds>(left, std::chrono::milliseconds(0), m_lookInterval));
}

/// A clock that is set back, as after a start with a wrong one, takes the times with it that were measured by it.
void RetryTimer::noteClock()
{
    const QDateTime now = m_clock();
    const std::chrono::milliseconds back(now.msecsTo(std::exchange(m_lookedAt, now)));
    if (back.count() <= 0)
        return;
    m_dueAt = m_dueAt.addMSecs(-back.count());
    m_backOff.setBack(back);
}

void RetryTimer::look()
{
    noteClock();
    if (m_clock() >= m_dueAt)
        Q_EMIT due();
    else
        start(m_dueAt);
}

#include "moc_retrytimer.cpp"
