// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/waituntilidle.h"

#include <QAbstractEventDispatcher>
#include <QTimer>

void waitUntilIdle(const std::function<bool()> &isBusy, std::chrono::milliseconds patience)
{
    Q_ASSERT(QAbstractEventDispatcher::instance());
    QTimer deadline; // Its event wakes the loop.
    deadline.setSingleShot(true);
    deadline.setTimerType(Qt::PreciseTimer);
    deadline.start(patience);
    // Not a QEventLoop: a command that ends meanwhile calls QCoreApplication::exit(), which would end it.
    while (isBusy() && deadline.isActive())
        QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
}
