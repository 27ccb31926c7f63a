// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

/// As QTest::qWaitFor(), which sleeps for 10 ms after each look; this one looks whenever something has happened. For tests
/// in which client and server talk a thousand times.
template<typename Predicate>
bool eventually(Predicate isTrue, std::chrono::milliseconds patience = std::chrono::seconds(20))
{
    QTimer alarm; // Ends a wait in which nothing happens at all.
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
