// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/waituntilidle.h"

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QTimer>

void waitUntilIdle(const std::function<bool()> &isBusy, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QTimer look; // Wakes up the loop.
    look.start(std::chrono::milliseconds(10));
    // Not a QEventLoop: a command that is done asks to quit once more, which would end it.
    while (isBusy() && !deadline.hasExpired())
        QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
}
