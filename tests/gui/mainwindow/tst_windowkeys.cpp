// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/account/popover/accountpopover.h"
#include "gui/account/popover/accountrow.h"
#include "gui/inbox/inbox.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/overlays/shortcutsheet.h"
#include "gui/page/pagestack.h"
#include "gui/palette/palette.h"
#include "gui/repositories/repositorywords.h"
#include "gui/rows/rowlist.h"
#include "gui/sidebar/accountbutton.h"
#include "gui/sidebar/sidebar.h"
#include "gui/sidebar/sidebarframe.h"
#include "gui/sidebar/sidebarrow.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTextDocument>

namespace tst_windowkeys {

struct World : SignedIn
{
    World() : SignedIn("read:user notifications repo")
    {
        window = std::make_unique<MainWindow>(account());
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not get the focus");
    }
    ~World() { look::setZoom(1); }

    template<typename Widget>
    Widget *find(const char *name) const { return window->findChild<Widget *>(QLatin1String(name)); }
    SidebarFrame &frame() const { return *window->findChild<SidebarFrame *>(); }
    Sidebar &sidebar() const { return *window->findChild<Sidebar *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focused = QApplication::focusWidget();
        QTest::keyClick(focused ? focused : window.get(), key, modifiers);
    }
    /// The window gets this width, and the layout settles.
    void widen(int width) const
    {
        window->resize(width, 700);
        QTRY_COMPARE(window->width(), width);
        QCoreApplication::processEvents();
    }
    bool isPaletteOpen() const { return find<QWidget>("palette") && find<QWidget>("palette")->isVisible(); }

    /// The palette once it has read the cache.
    Palette *openPalette() const
    {
        press(Qt::Key_K, Qt::ControlModifier);
        auto *list = find<QListView>("paletteList");
        if (!list || !QTest::qWaitFor([&] { return hasRepositories(); }))
            qFatal("the palette finds no repositories");
        return find<Palette>("palette");
    }
    bool hasRepositories() const
    {
        const auto *model = find<QListView>("paletteList")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString().startsWith(QStringLiteral("ada-demo/")))
                return true;
        }
        return false;
    }
    QString current() const { return find<QListView>("paletteList")->currentIndex().data().toString(); }

    OpenedPages opened;
    std::unique_ptr<MainWindow> window;
};

class WindowKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSidebarIsWholeThenARailThenHidden_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<SidebarFrame::Mode>("mode");
        QTest::addColumn<int>("sidebarWidth");
        QTest::newRow("1120") << 1120 << SidebarFrame::Mode::Whole << 224;
        QTest::newRow("720") << 720 << SidebarFrame::Mode::Whole << 224;
        QTest::newRow("719") << 719 << SidebarFrame::Mode::Rail << 56;
        QTest::newRow("520") << 520 << SidebarFrame::Mode::Rail << 56;
        QTest::newRow("519") << 519 << SidebarFrame::Mode::Hidden << 0;
    }

    void theSidebarIsWholeThenARailThenHidden()
    {
        QFETCH(int, width);
        QFETCH(SidebarFrame::Mode, mode);
        QFETCH(int, sidebarWidth);
        World world;
        world.widen(width);
        QCOMPARE(world.frame().mode(), mode);
        QCOMPARE(world.sidebar().isVisible() ? world.sidebar().width() : 0, sidebarWidth);
        QCOMPARE(world.find<QWidget>("sidebarButton")->isVisible(), mode == SidebarFrame::Mode::Hidden);
        QCOMPARE(world.find<QWidget>("pageHeader")->width(), std::min(width - sidebarWidth, 1040 + 2 * 24));
    }

    void zoomMovesTheLimitsOfTheSidebar()
    {
        World world;
        world.widen(1000);
        look::setZoom(2);
        QTRY_COMPARE(world.frame().mode(), SidebarFrame::Mode::Hidden);
    }

    void theSidebarComesOverANarrowWindowAndGoesWithEsc()
    {
        World world;
        world.widen(480);
        world.press(Qt::Key_F9);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Over);
        QCOMPARE(world.sidebar().width(), 224);
        world.press(Qt::Key_Escape);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Hidden);
        world.press(Qt::Key_F9);
        world.find<SidebarRow>("repositoriesRow")->click();
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Hidden);
        QCOMPARE(world.window->page(), PageId::Repositories);
    }

    void theSidebarOverTheContentGoesWhenTheFocusLeavesIt()
    {
        World world;
        world.widen(480);
        world.press(Qt::Key_F9);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Over);
        world.find<QWidget>("settingsRow")->setFocus();
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Over);
        world.find<QWidget>("searchButton")->setFocus(Qt::TabFocusReason);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Hidden);
        QCOMPARE(QApplication::focusWidget(), world.find<QWidget>("searchButton"));
    }

    void aPressBesideTheSidebarOverTheContentOnlyClosesIt()
    {
        World world;
        world.widen(480);
        world.press(Qt::Key_F9);
        auto *button = world.find<QAbstractButton>("searchButton");
        const QSignalSpy pressed(button, &QAbstractButton::clicked);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Hidden);
        QVERIFY(pressed.isEmpty());
    }

    void f9MakesARailOfAWideSidebar()
    {
        World world;
        world.widen(1120);
        world.press(Qt::Key_F9);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Rail);
        QVERIFY(!world.find<SidebarRow>("inboxRow")->toolTip().isEmpty());
        world.press(Qt::Key_F9);
        QCOMPARE(world.frame().mode(), SidebarFrame::Mode::Whole);
    }

    void altAndADigitTurnsToAPage()
    {
        World world;
        const QList<PageId> pages = world.window->findChild<PageStack *>()->ids();
        QVERIFY(pages.size() >= 4);
        for (int i = 0; i < std::min<int>(6, int(pages.size()) - 1); ++i) { // The account page has no row.
            world.press(Qt::Key(Qt::Key_1 + i), Qt::AltModifier);
            QCOMPARE(world.window->page(), pages[i]);
            QVERIFY(world.find<SidebarRow>(qPrintable(keyOf(pages[i]) + QStringLiteral("Row")))->isChecked());
        }
    }

    void enterPressesEveryButtonOfTheFrame()
    {
        World world;
        world.find<QWidget>("repositoriesRow")->setFocus();
        world.press(Qt::Key_Return);
        QCOMPARE(world.window->page(), PageId::Repositories);
        world.find<QWidget>("searchButton")->setFocus();
        world.press(Qt::Key_Enter);
        QVERIFY(world.isPaletteOpen());
        world.press(Qt::Key_Escape);
        world.find<QWidget>("accountButton")->setFocus();
        world.press(Qt::Key_Return);
        QVERIFY(world.find<AccountPopover>("accountPopover"));
    }

    void aRowThatAssistiveTechnologyTogglesShowsItsPage()
    {
        World world;
        world.find<SidebarRow>("inboxRow")->toggle();
        QCOMPARE(world.window->page(), PageId::Inbox);
    }

    void f6GoesFromPartToPartOfTheWindow()
    {
        World world;
        const auto *header = world.find<QWidget>("pageHeader");
        QSet<QString> parts;
        for (int i = 0; i < 3; ++i) {
            world.press(Qt::Key_F6);
            const QWidget *focused = QApplication::focusWidget();
            QVERIFY(focused);
            parts.insert(world.sidebar().isAncestorOf(focused) ? QStringLiteral("sidebar")
                             : header->isAncestorOf(focused)   ? QStringLiteral("header")
                                                               : QStringLiteral("page"));
        }
        QCOMPARE(parts.size(), 3);
    }

    void f6ReachesTheHeaderInANarrowWindow()
    {
        World world;
        world.widen(480);
        const auto *header = world.find<QWidget>("pageHeader");
        const auto *pages = world.find<QWidget>("pages");
        QSet<bool> parts;
        for (int i = 0; i < 2; ++i) {
            world.press(Qt::Key_F6);
            QVERIFY(QApplication::focusWidget());
            QVERIFY(header->isAncestorOf(QApplication::focusWidget()) || pages->isAncestorOf(QApplication::focusWidget()));
            parts.insert(header->isAncestorOf(QApplication::focusWidget()));
        }
        QCOMPARE(parts.size(), 2);
    }

    void slashSearchesThePageUnlessAFieldHasTheFocus()
    {
        World world;
        world.window->turnTo(PageId::Repositories);
        world.press(Qt::Key_Slash);
        auto *search = world.find<QLineEdit>("repositorySearch");
        QCOMPARE(QApplication::focusWidget(), search);
        world.press(Qt::Key_Slash);
        QCOMPARE(search->text(), QStringLiteral("/"));
        world.window->turnTo(PageId::Profile);
        world.find<QAction>("findAction")->trigger(); // The profile has no search of its own.
        QVERIFY(world.isPaletteOpen());
    }

    void noShortcutIsGivenTwice()
    {
        World world;
        QSet<QKeySequence> known;
        const QList<QAction *> actions = world.window->actions();
        for (const QAction *action : actions) {
            for (const QKeySequence &shortcut : action->shortcuts()) {
                QVERIFY2(!known.contains(shortcut), qPrintable(shortcut.toString()));
                known.insert(shortcut);
            }
        }
        for (const char *needed : {"Ctrl+K", "Ctrl+F", "/", "Ctrl+,", "Ctrl+?", "F5", "F6", "F9", "F10", "Alt+1", "Ctrl++", "Ctrl+-", "Ctrl+0"})
            QVERIFY2(known.contains(QKeySequence(QLatin1String(needed))), needed);
    }

    void allKeysAreListed()
    {
        World world;
        world.find<QAction>("shortcutsAction")->trigger();
        auto *sheet = world.find<ShortcutSheet>("shortcutSheet");
        QVERIFY(sheet->isVisible());
        QStringList texts;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            texts.append(label->text());
        for (const char *key : {"Ctrl+K", "Ctrl+F or /", "F5", "F6", "F9", "F10", "Alt+1"})
            QVERIFY2(texts.contains(QLatin1String(key)), key);
        world.press(Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void theKeysOfAllListsAreListed()
    {
        World world;
        world.find<QAction>("shortcutsAction")->trigger();
        QStringList texts;
        for (const QLabel *label : world.find<ShortcutSheet>("shortcutSheet")->findChildren<QLabel *>())
            texts.append(label->text());
        world.press(Qt::Key_Escape);
        QStringList missing;
        for (const auto &[page, list] : {std::pair(PageId::Inbox, "inboxList"), {PageId::Repositories, "repositoryList"},
                                         {PageId::Issues, "issuesList"}}) {
            world.window->turnTo(page);
            auto *rows = world.find<RowList>(list);
            QTRY_VERIFY(rows->model()->rowCount() > 3);
            for (const RowAction &action : rows->actionsAt(1)) {
                const QString key = action.key.toString(QKeySequence::NativeText);
                const bool isListed = std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return text == key || text.endsWith(QLatin1Char(' ') + key); });
                if (!key.isEmpty() && !isListed)
                    missing.append(key);
            }
        }
        QCOMPARE(missing, QStringList());
    }

    void thePaletteNamesAnAccountAsItIs()
    {
        World world;
        AccountRecord other = world.account().record();
        other.identity.id = QStringLiteral("2");
        other.identity.login = QStringLiteral("bo");
        other.providerName = QStringLiteral("R&D");
        world.window->showAccounts({world.account().record(), other});
        world.openPalette();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("switch to bo"));
        QTRY_COMPARE(world.current(), QStringLiteral("Switch to bo at R&D"));
    }

    void theNameInTheRailIsShownAsItIs()
    {
        AccountButton button;
        button.setPerson(QStringLiteral("Tom & <b>Jerry</b>"), QStringLiteral("tom"), QStringLiteral("GitHub"));
        button.setCompact(true);
        QVERIFY(Qt::mightBeRichText(button.toolTip())); // Else Qt would show "&amp;".
        QTextDocument shown;
        shown.setHtml(button.toolTip());
        QCOMPARE(shown.toPlainText(), QStringLiteral("Tom & <b>Jerry</b>"));
    }

    void aCountIsSeenOnEveryRowOfTheRail()
    {
        const auto cleanUp = qScopeGuard([] { look::use(look::colorsFor({})); });
        for (const bool isHighContrast : {false, true}) {
            look::use(look::colorsFor({.isHighContrast = isHighContrast}));
            SidebarRow row(look::Glyph::Inbox, QStringLiteral("Inbox"));
            row.setCheckable(true);
            row.setCompact(true);
            row.resize(row.sizeHint());
            for (const bool isChecked : {false, true}) {
                row.setChecked(isChecked);
                row.setCount(0);
                const QImage without = row.grab().toImage();
                row.setCount(3);
                QVERIFY(row.grab().toImage() != without);
            }
        }
    }

    void theWindowSaysWhereTheKeyIs()
    {
        World world;
        QCOMPARE(world.find<SidebarRow>("keyRow")->text(), QStringLiteral("Key kept until you quit"));
        world.account().tokens().setStorageError(Error{Error::Kind::Storage, QStringLiteral("access_denied")});
        QCOMPARE(world.find<SidebarRow>("keyRow")->text(), QStringLiteral("Key not saved"));
        world.find<SidebarRow>("keyRow")->click();
        QCOMPARE(world.window->page(), PageId::Account);
    }

    void thePopoverListsTheAccountsAndSwitches()
    {
        World world;
        AccountRecord other = world.account().record();
        other.identity.id = QStringLiteral("2");
        other.identity.login = QStringLiteral("bo");
        other.identity.name = QStringLiteral("Bo Lindqvist");
        world.window->showAccounts({world.account().record(), other});
        QSignalSpy requested(world.window.get(), &MainWindow::accountRequested);
        world.press(Qt::Key_F10);
        auto *popover = world.find<AccountPopover>("accountPopover");
        QVERIFY(popover && popover->isVisible());
        QCOMPARE(popover->findChildren<AccountRow *>().size(), 2);
        QCOMPARE(QApplication::focusWidget(), world.find<QWidget>("accountRow1"));
        world.press(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), world.find<QWidget>("accountRow2"));
        world.press(Qt::Key_Return);
        QCOMPARE(requested.value(0).value(0).toString(), other.key());
        QTRY_VERIFY(!world.find<AccountPopover>("accountPopover"));
        world.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(requested.size(), 2);
    }

    /// Of another account, what its cache has.
    void thePopoverCountsWhatIsUnreadWithoutAsking()
    {
        World world;
        SignedIn other("read:user notifications", {}, [](Provider &, QJsonObject &account) { account.insert(QStringLiteral("id"), 2); });
        Inbox inbox(other.account());
        inbox.refresh();
        QTRY_VERIFY(inbox.unread());
        const auto unread = inbox.unread()->size();
        QVERIFY(unread > 0);
        world.window->turnTo(PageId::Inbox);
        QTRY_VERIFY(world.find<SidebarRow>("inboxRow")->count() > 0);
        const auto asked = [&] {
            return world.server.requestCount(demo::Endpoint::Notifications) + other.server.requestCount(demo::Endpoint::Notifications);
        };
        const int before = asked();
        world.window->showAccounts({world.account().record(), other.account().record()},
                                   [&](const QString &) { return &other.account(); });
        world.press(Qt::Key_F10);
        const auto descriptionOf = [&](const char *row) { return world.find<QWidget>(row)->accessibleDescription(); };
        QCOMPARE(descriptionOf("accountRow1"), QStringLiteral("Shown now, %1 unread").arg(world.find<SidebarRow>("inboxRow")->count()));
        QVERIFY(descriptionOf("accountRow2").endsWith(QStringLiteral(", %1 unread").arg(unread)));
        QVERIFY(world.find<QWidget>("accountRow2")->toolTip().contains(QStringLiteral("%1 unread").arg(unread)));
        QCOMPARE(asked(), before);
    }

    void thePopoverGoesWithEscAndGivesTheFocusBack()
    {
        World world;
        auto *button = world.find<QWidget>("accountButton");
        button->setFocus();
        world.press(Qt::Key_F10);
        QVERIFY(world.find<AccountPopover>("accountPopover"));
        world.press(Qt::Key_Escape);
        QTRY_VERIFY(!world.find<AccountPopover>("accountPopover"));
        QCOMPARE(QApplication::focusWidget(), button);
    }

    void thePaletteFindsARepositoryAndOpensIt()
    {
        World world;
        world.openPalette();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ninja"));
        QTRY_COMPARE(world.current(), QStringLiteral("ada-demo/ninja-graph"));
        QVERIFY(world.find<QLabel>("paletteHintsLabel")->accessibleName().startsWith(QStringLiteral("ada-demo/ninja-graph")));
        world.press(Qt::Key_Return);
        QVERIFY(!world.isPaletteOpen());
        QTRY_COMPARE(world.opened.urls.size(), 1);
        QVERIFY(world.opened.urls.first().path().endsWith(QStringLiteral("/ada-demo/ninja-graph")));
    }

    void thePaletteCopiesTheCloneUrl()
    {
        World world;
        world.openPalette();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ninja"));
        QTRY_COMPARE(world.current(), QStringLiteral("ada-demo/ninja-graph"));
        world.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("ada-demo/ninja-graph.git")));
        QVERIFY(!world.isPaletteOpen());
    }

    void thePaletteCopiesTheCloneUrlOfTheChosenProtocol()
    {
        const auto cleanUp = qScopeGuard([] { words::setClonesBySsh(false); });
        words::setClonesBySsh(true);
        World world;
        world.openPalette();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ninja"));
        QTRY_COMPARE(world.current(), QStringLiteral("ada-demo/ninja-graph"));
        world.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("git@demo.invalid:ada-demo/ninja-graph.git"));
    }

    void thePaletteRunsACommand()
    {
        World world;
        world.openPalette();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("account det"));
        QTRY_COMPARE(world.current(), QStringLiteral("Account details"));
        world.press(Qt::Key_Return);
        QCOMPARE(world.window->page(), PageId::Account);
    }

    void arrowsPassTheHeadingsOfThePalette()
    {
        World world;
        world.openPalette();
        QSet<QString> passed{world.current()};
        for (int i = 0; i < 30; ++i) {
            world.press(Qt::Key_Down);
            passed.insert(world.current());
        }
        QVERIFY(!passed.contains(QStringLiteral("Commands")));
        QVERIFY(!passed.contains(QStringLiteral("Pages")));
        QVERIFY(passed.size() > 10);
    }

    void wordsThatNothingHasAreSaidSo()
    {
        World world;
        world.openPalette();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("zzzz"));
        QVERIFY(world.find<QWidget>("paletteNothingLabel")->isVisible());
        world.press(Qt::Key_Return);
        QVERIFY(world.isPaletteOpen());
        world.press(Qt::Key_Escape);
        QVERIFY(!world.isPaletteOpen());
    }
};

} // namespace tst_windowkeys

LATCHKEY_TEST(tst_windowkeys, WindowKeysTest, QApplication)

#include "tst_windowkeys.moc"
