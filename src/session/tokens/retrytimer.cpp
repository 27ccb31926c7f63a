// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/retrytimer.h"

#include <algorithm>

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
    if (m_backOff.hasFailed())
        start(m_backOff.earliest(m_clock()));
    else
        look();
}

void RetryTimer::start(const QDateTime &time)
{
    m_dueAt = time;
    const std::chrono::milliseconds left(m_clock().msecsTo(time));
    m_timer.start(std::clamp<std::chrono::milliseconds>(left, std::chrono::milliseconds(0), m_lookInterval));
}

void RetryTimer::look()
{
    if (m_clock() >= m_dueAt)
        Q_EMIT due();
    else
        start(m_dueAt);
}

#include "moc_retrytimer.cpp"
