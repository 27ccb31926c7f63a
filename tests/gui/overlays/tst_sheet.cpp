// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/popover.h"
#include "gui/overlays/sheet.h"

#include "support/test.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>

namespace tst_sheet {

/// A window with two buttons, and what lies over it.
template<typename Overlay>
struct World
{
    World()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&below);
        layout->addWidget(&other);
        overlay.body()->addWidget(first = new QPushButton(QStringLiteral("First")));
        overlay.body()->addWidget(second = new QPushButton(QStringLiteral("Second")));
        window.resize(600, 500);
        window.show();
        below.setFocus();
    }

    QWidget window;
    QPushButton below{QStringLiteral("Below")};
    QPushButton other{QStringLiteral("Other")};
    Overlay overlay{&window};
    QPushButton *first;
    QPushButton *second;
};

class SheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void focusStaysInsideAndComesBack()
    {
        World<Sheet> world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        const QSignalSpy dismissed(&world.overlay, &Sheet::dismissed);
        world.overlay.open();
        QVERIFY(world.first->hasFocus());
        QTest::keyClick(world.first, Qt::Key_Tab);
        QVERIFY(world.second->hasFocus());
        QTest::keyClick(world.second, Qt::Key_Tab);
        QVERIFY(world.first->hasFocus());
        QTest::keyClick(world.first, Qt::Key_Backtab);
        QVERIFY(world.second->hasFocus());
        QTest::keyClick(world.second, Qt::Key_Escape);
        QVERIFY(world.overlay.isHidden());
        QVERIFY(world.below.hasFocus());
        QCOMPARE(dismissed.count(), 1);
    }

    void aSheetThatScrollsKeepsItsRoundCorners()
    {
        World<Sheet> world;
        world.overlay.setTitle(QStringLiteral("Title"));
        world.first->setFixedHeight(2000);
        world.overlay.open();
        auto *area = world.overlay.findChild<QScrollArea *>();
        QTRY_VERIFY(area->verticalScrollBar()->isVisible());
        const QImage picture = world.window.grab().toImage();
        const QRgb beside = picture.pixel(2, world.window.height() / 2);
        for (const int y : {area->y() - 9, area->geometry().bottom() + 9}) {
            const QColor corner = picture.pixelColor(area->geometry().right(), y);
            QVERIFY2(std::abs(corner.lightness() - QColor(beside).lightness()) < 40, qPrintable(corner.name()));
        }
    }

    void aPressBesideItClosesASheet()
    {
        World<Sheet> world;
        QVERIFY(QTest::qWaitForWindowExposed(&world.window));
        world.overlay.setTitle(QStringLiteral("Title"));
        world.overlay.open();
        QCoreApplication::processEvents();
        const QPoint inside = world.first->mapTo(&world.overlay, world.first->rect().center());
        QTest::mouseClick(&world.overlay, Qt::LeftButton, {}, inside);
        QVERIFY(world.overlay.isVisible());
        QTest::mouseClick(&world.overlay, Qt::LeftButton, {}, QPoint(3, 3));
        QVERIFY(world.overlay.isHidden());
    }

    void aSheetFollowsItsWindow()
    {
        World<Sheet> world;
        QVERIFY(QTest::qWaitForWindowExposed(&world.window));
        world.overlay.open();
        world.window.resize(400, 300);
        QTRY_COMPARE(world.overlay.size(), world.window.size());
    }

    void aPopoverGivesTheFocusBack()
    {
        World<Popover> world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        world.overlay.openBelow(&world.below);
        QVERIFY(world.first->hasFocus());
        QTest::keyClick(world.first, Qt::Key_Escape);
        QVERIFY(world.overlay.isHidden());
        QVERIFY(world.below.hasFocus());
    }

    void theFocusOfAWindowThatIsNotActiveComesBack()
    {
        World<Sheet> world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        QWidget another;
        QPushButton button(QStringLiteral("Another"), &another);
        another.show();
        another.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&another));
        button.setFocus();
        world.overlay.open();
        QCOMPARE(world.window.focusWidget(), world.first);
        world.overlay.dismiss();
        QCOMPARE(world.window.focusWidget(), &world.below);
        QVERIFY(button.hasFocus());
    }

    /// Otherwise the button that has opened it would open it again.
    void aPressOnItsButtonClosesAPopover()
    {
        World<Popover> world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        connect(&world.below, &QPushButton::clicked, &world.overlay, [&] { world.overlay.openBelow(&world.below); });
        QTest::mouseClick(&world.below, Qt::LeftButton);
        QVERIFY(world.overlay.isVisible());
        QTest::mouseClick(&world.below, Qt::LeftButton);
        QVERIFY(world.overlay.isHidden());
    }
};

} // namespace tst_sheet

LATCHKEY_TEST(tst_sheet, SheetTest, QApplication)

#include "tst_sheet.moc"
