// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"
#include "session/tokens/backoff.h"
#include "session/tokens/sessionoptions.h"

#include <QObject>
#include <QTimer>

/// Waits for a time of the wall clock, and after failures for another try. It looks at the clock every now and then, since
/// a QTimer stands still while the machine sleeps and cannot count 30 days (Qt 6.4 to 6.8). If the clock is set back, it waits
/// no longer for that.
class RetryTimer : public QObject
{
    Q_OBJECT

public:
    explicit RetryTimer(const SessionOptions &options, QObject *parent = nullptr);

    /// Forgets earlier failures and waits for `time`; not at all if that is invalid.
    void waitUntil(const QDateTime &time);

    /// Waits until the rate limit of a server ends, if that is the error and the server has said when. Otherwise does nothing.
    void waitOutLimit(const Error &error);

    /// Waits before the next try; see BackOff.
    void retryLater(std::chrono::seconds retryAfter = {});

    /// The machine has woken up, or the network is back: looks at the clock at once. What waits after a failure is due now,
    /// unless the server has asked to wait.
    void wake();

    void stop() { m_timer.stop(); }

    /// When due() will be emitted; invalid while nothing is waited for.
    QDateTime dueAt() const { return m_timer.isActive() ? m_dueAt : QDateTime(); }

Q_SIGNALS:
    void due();

private:
    void start(const QDateTime &time);
    void look();
    void noteClock();

    const Clock m_clock;
    const std::chrono::milliseconds m_lookInterval;
    BackOff m_backOff;
    QTimer m_timer;
    QDateTime m_dueAt;
    QDateTime m_lookedAt;
};
