// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/waituntilidle.h"

#include "support/test.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace tst_waituntilidle {

using namespace std::chrono_literals;

class WaitUntilIdleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTimePassesWithoutWork()
    {
        int looks = 0;
        waitUntilIdle([&] { return ++looks < 1; }, 1h);
        QCOMPARE(looks, 1);
    }

    void workIsWaitedForWithoutPolling()
    {
        bool isDone = false;
        int looks = 0;
        QTimer::singleShot(200ms, QCoreApplication::instance(), [&] { isDone = true; });
        waitUntilIdle([&] { ++looks; return !isDone; }, 1h);
        QVERIFY(isDone);
        QVERIFY2(looks < 10, qPrintable(QString::number(looks)));
    }

    void workThatDoesNotEndIsGivenUp()
    {
        QElapsedTimer waited;
        waited.start();
        waitUntilIdle([] { return true; }, 50ms);
        QVERIFY(waited.elapsed() >= 50);
    }

    /// As a command does that ends during the wait.
    void askingToQuitOnceMoreDoesNotEndTheWait()
    {
        bool isDone = false;
        QTimer::singleShot(10ms, QCoreApplication::instance(), [] { QCoreApplication::exit(1); });
        QTimer::singleShot(80ms, QCoreApplication::instance(), [&] { isDone = true; });
        waitUntilIdle([&] { return !isDone; }, 1h);
        QVERIFY(isDone);
    }
};

} // namespace tst_waituntilidle

LATCHKEY_TEST(tst_waituntilidle, WaitUntilIdleTest, QCoreApplication)

#include "tst_waituntilidle.moc"
