// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

/// Waits for a condition like QTest::qWaitFor(), but checks it after each event instead of every 10 ms. For tests with
/// a thousand round trips.
template<typename Predicate>
bool eventually(Predicate isTrue, std::chrono::milliseconds patience = std::chrono::seconds(20))
{
    QTimer alarm; // Checks the condition even if no event arrives.
    alarm.start(std::chrono::milliseconds(50));
    const QDeadlineTimer deadline(patience);
    while (!isTrue()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}
