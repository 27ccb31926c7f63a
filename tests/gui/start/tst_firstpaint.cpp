// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/start/firstpaint.h"

#include "support/test.h"

#include <QPaintEvent>
#include <QWidget>

#include <memory>

namespace tst_firstpaint {

class CountingWidget : public QWidget
{
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent *) override { ++paints; }
};

class FirstPaintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsOnceAfterThePaintAndNotBefore()
    {
        CountingWidget window;
        int calls = 0;
        int paintsBefore = 0;
        afterFirstPaint(window, &window, [&] {
            ++calls;
            paintsBefore = window.paints;
        });
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
        window.show();
        QTRY_COMPARE(calls, 1);
        QCOMPARE(paintsBefore, 1);
        window.repaint();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
    }

    void callsForAWindowThatIsCoveredByAChild()
    {
        CountingWidget window;
        CountingWidget child;
        child.setParent(&window);
        child.setAttribute(Qt::WA_OpaquePaintEvent);
        window.resize(100, 100);
        child.resize(100, 100);
        int calls = 0;
        afterFirstPaint(window, &window, [&] { ++calls; });
        window.show();
        QTRY_COMPARE(calls, 1);
        QCOMPARE(window.paints, 0);
        QVERIFY(child.paints > 0);
    }

    void doesNotCallWhenTheContextIsGone()
    {
        CountingWidget window;
        auto context = std::make_unique<QObject>();
        int calls = 0;
        afterFirstPaint(window, context.get(), [&] { ++calls; });
        context.reset();
        window.show();
        QTRY_VERIFY(window.paints > 0);
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }

    void doesNotCallWhenTheWindowGoesBetweenThePaintAndTheCall()
    {
        QObject context;
        auto window = std::make_unique<CountingWidget>();
        int calls = 0;
        afterFirstPaint(*window, &context, [&] { ++calls; });
        window->grab();
        QCOMPARE(window->paints, 1);
        window.reset();
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }
};

} // namespace tst_firstpaint

LATCHKEY_TEST(tst_firstpaint, FirstPaintTest, QApplication)

#include "tst_firstpaint.moc"
