// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/reachable.h"
#include "gui/signedin.h"

#include "gui/controls/focusring.h"
#include "gui/look/colors.h"
#include "gui/look/style/install.h"
#include "gui/look/style/keyboardfocus.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/overlays/popover.h"
#include "gui/overlays/sheet.h"
#include "gui/palette/palette.h"
#include "support/test.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tst_overlays {

struct World : SignedIn
{
    explicit World(int width = 1120)
    {
        window.resize(width, 760);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : &window, key, modifiers);
    }

    template<typename Widget>
    Widget *find(const char *name) const { return window.findChild<Widget *>(QLatin1String(name)); }

    MainWindow window{account()};
};

class OverlaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::install(false); }

    /// The sidebar lies over the page, and the popover beside it.
    void theAccountPopoverCanBeClickedInANarrowWindow()
    {
        World world(480);
        world.find<QAction>("accountsAction")->trigger();
        auto *popover = world.find<Popover>("accountPopover");
        QVERIFY(popover && popover->isVisible());
        auto *row = popover->findChild<QAbstractButton *>(QStringLiteral("accountDetailsRow"));
        QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(world.window.page(), PageId::Account);
    }

    void theAccountPopoverScrollsToTheRowWithTheFocusInALowWindow()
    {
        World world;
        world.window.resize(426, 300);
        world.find<QAction>("accountsAction")->trigger();
        auto *popover = world.find<Popover>("accountPopover");
        QVERIFY(popover && popover->isVisible());
        const qsizetype rows = popover->findChildren<QAbstractButton *>().size();
        QVERIFY(rows > 1);
        for (qsizetype i = 0; i < rows; ++i) {
            const QWidget *row = QApplication::focusWidget();
            QVERIFY(row && popover->isAncestorOf(row));
            QVERIFY2(uncutPart(*row) == row->rect(), qPrintable(row->objectName()));
            world.press(Qt::Key_Tab);
        }
    }

    void theKeyOfTheAccountPopoverClosesIt()
    {
        World world;
        world.press(Qt::Key_F10);
        QVERIFY(world.find<Popover>("accountPopover"));
        world.press(Qt::Key_F10);
        QTRY_VERIFY(!world.find<Popover>("accountPopover"));
    }

    void anOverlayGoesWhenTheFocusLeavesIt()
    {
        World world;
        world.press(Qt::Key_K, Qt::ControlModifier);
        auto *palette = world.find<Palette>("palette");
        QVERIFY(palette && palette->isVisible());
        world.press(Qt::Key_F6);
        QVERIFY(palette->isHidden());
        QVERIFY(QApplication::focusWidget() && !palette->isAncestorOf(QApplication::focusWidget()));
        world.press(Qt::Key_F10);
        QVERIFY(world.find<Popover>("accountPopover"));
        world.press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isVisible());
        QTRY_VERIFY(!world.find<Popover>("accountPopover"));
        world.press(Qt::Key_Escape);
        QVERIFY(palette->isHidden());
        QVERIFY(QApplication::focusWidget());
    }

    void aPageThatIsTurnedToClosesThePalette()
    {
        World world;
        auto *pages = world.find<QStackedWidget>("pages");
        pages->currentWidget()->setFocus();
        world.press(Qt::Key_K, Qt::ControlModifier);
        world.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(world.find<Palette>("palette")->isHidden());
        QCOMPARE(world.window.page(), PageId::Inbox);
        QVERIFY(QApplication::focusWidget() && pages->isAncestorOf(QApplication::focusWidget()));
    }

    void aSheetOverAPopoverGivesTheFocusBackToTheWindow()
    {
        World world;
        auto *row = world.find<QWidget>("repositoriesRow");
        row->setFocus();
        world.press(Qt::Key_F10);
        QVERIFY(world.find<Popover>("accountPopover")->isVisible());
        world.find<QAction>("shortcutsAction")->trigger();
        QTRY_VERIFY(!world.find<Popover>("accountPopover"));
        world.press(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), row);
    }

    /// A key that is a shortcut is not pressed, as far as Qt tells the widget with the focus.
    void aKeyThatOpensAPopoverShowsTheFocusInIt()
    {
        const look::KeyboardFocus focus(true);
        World world;
        QTest::mouseClick(world.find<QWidget>("pageTitleLabel"), Qt::LeftButton);
        world.press(Qt::Key_F10);
        QVERIFY(showsFocusRing(*QApplication::focusWidget()));
    }

    void keysDoNotReachTheWindowBelowASheet()
    {
        World world;
        Sheet sheet(&world.window);
        sheet.setTitle(QStringLiteral("A question"));
        sheet.open();
        const PageId before = world.window.page();
        world.press(Qt::Key_2, Qt::AltModifier);
        world.press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(world.window.page(), before);
        QVERIFY(!world.find<Palette>("palette"));
        world.press(Qt::Key_Escape);
        QVERIFY(sheet.isHidden());
        world.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(world.window.page() != before);
    }

    void aSheetLeavesItsButtonsTheirShortcuts()
    {
        World world;
        Sheet sheet(&world.window);
        auto *back = new QPushButton(QStringLiteral("Back"));
        back->setShortcut(Qt::Key_Escape);
        sheet.body()->addWidget(back);
        sheet.open();
        const QSignalSpy pressed(back, &QPushButton::clicked);
        world.press(Qt::Key_Escape);
        QTRY_COMPARE(pressed.size(), 1);
        QVERIFY(sheet.isVisible());
    }

    void theScrollBarOfThePaletteHasItsBackground()
    {
        World world;
        world.press(Qt::Key_K, Qt::ControlModifier);
        const auto *list = world.find<QListView>("paletteList");
        QVERIFY(list);
        QTRY_VERIFY(list->verticalScrollBar()->isVisible());
        const QColor behind = list->verticalScrollBar()->grab().toImage().pixelColor(0, 0);
        QCOMPARE(behind, look::colors().surface);
    }

    void theWindowIsDarkerBelowThePaletteOnly()
    {
        World world;
        const QPoint beside(4, 500);
        const auto lightness = [&] { return world.window.grab().toImage().pixelColor(beside).lightness(); };
        const int before = lightness();
        world.press(Qt::Key_K, Qt::ControlModifier);
        const auto *palette = world.find<Palette>("palette");
        QVERIFY(palette && palette->isVisible());
        QVERIFY(lightness() < before);
        QTest::mouseClick(world.window.childAt(beside), Qt::LeftButton, {}, beside);
        QVERIFY(palette->isHidden());
        QCOMPARE(lightness(), before);
        world.press(Qt::Key_F10);
        QVERIFY(world.find<Popover>("accountPopover"));
        QCOMPARE(lightness(), before);
    }

    void entriesThatArriveLeaveWhatIsChosenInThePalette()
    {
        World world;
        QAction first(QStringLiteral("First"));
        QAction second(QStringLiteral("Second"));
        const auto entryOf = [](QAction &action) {
            return PaletteEntry{.section = PaletteEntry::Section::Commands, .title = action.text(), .action = &action};
        };
        Palette palette(&world.window);
        palette.setEntries({entryOf(first), entryOf(second)});
        palette.open();
        QTest::keyClick(palette.findChild<QLineEdit *>(), Qt::Key_Down);
        const auto chosen = [&] { return palette.findChild<QListView *>()->currentIndex().data().toString(); };
        QCOMPARE(chosen(), QStringLiteral("Second"));
        palette.setEntries({{.section = PaletteEntry::Section::Pages, .title = QStringLiteral("Page")}, entryOf(first), entryOf(second)});
        QCOMPARE(chosen(), QStringLiteral("Second"));
    }
};

} // namespace tst_overlays

LATCHKEY_TEST(tst_overlays, OverlaysTest, QApplication)

#include "tst_overlays.moc"
