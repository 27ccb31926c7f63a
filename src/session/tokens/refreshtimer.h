// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/tokenset.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

/// The wall clock in UTC, or one that a test sets.
using Clock = std::function<QDateTime()>;

/// How long before expiry an access token is refreshed: the smaller of 5 minutes and a tenth of its lifetime.
std::chrono::milliseconds refreshLead(const oauth::TokenSet &tokens);

/// True when a token is so near its end that it should be refreshed before it is used.
bool isDueForRefresh(const oauth::TokenSet &tokens, const QDateTime &now);

/// Says when tokens are to be refreshed, ahead of expiry. Looks at the wall clock every now and then, since a QTimer
/// stands still while the machine sleeps and cannot count 30 days (Qt 6.4 to 6.8).
class RefreshTimer : public QObject
{
    Q_OBJECT

public:
    explicit RefreshTimer(Clock clock, QObject *parent = nullptr);

    /// Waits for these tokens; not at all where they do not expire or cannot be refreshed.
    void start(const oauth::TokenSet &tokens);

    /// Waits before the next try, longer after each failure: 5 s, doubled up to 5 minutes, with jitter; but at least as
    /// long as the server asks for.
    void retryLater(std::chrono::seconds retryAfter = {});

    /// Looks at the clock at once, since timers stand still while a machine sleeps. What waits after a failure is due
    /// now, unless the server has asked to wait.
    void wake();

    void stop() { m_timer.stop(); }

    /// When due() will come; invalid while there is nothing to wait for.
    QDateTime dueAt() const { return m_timer.isActive() ? m_dueAt : QDateTime(); }

Q_SIGNALS:
    void due();

private:
    void waitUntil(const QDateTime &time);
    void look();

    const Clock m_clock;
    QTimer m_timer;
    QDateTime m_dueAt;
    QDateTime m_notBefore; ///< As the server asks; invalid where it does not.
    int m_failures = 0;
};
