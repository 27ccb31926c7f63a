// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/look/style/install.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/page/page.h"
#include "gui/page/pageheader.h"
#include "gui/page/pagestack.h"
#include "gui/page/searchbutton.h"
#include "gui/rows/rowlist.h"
#include "gui/rows/rowmodel.h"
#include "support/test.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

namespace tst_pagestack {

struct World : SignedIn
{
    World() : SignedIn("read:user notifications repo") { window.show(); }

    template<typename Widget>
    Widget *find(const char *name) const { return window.findChild<Widget *>(QLatin1String(name)); }

    Page &page() const { return *find<PageStack>("pages")->currentPage(); }
    RowList *list() const { return page().findChild<RowList *>(); }

    QRect placeOf(const QWidget &widget) const { return {widget.mapTo(&window, QPoint()), widget.size()}; }

    /// Of the rows, or of the cards.
    QRect contents() const { return placeOf(list() ? *list()->viewport() : static_cast<const QWidget &>(page())); }

    /// From the title to the search.
    QRect header() const { return placeOf(*find<QLabel>("pageTitleLabel")) | placeOf(*window.findChild<SearchButton *>()); }

    const QScrollBar &scrollBar() const
    {
        if (list())
            return *list()->verticalScrollBar();
        return *static_cast<QScrollArea *>(find<PageStack>("pages")->currentWidget())->verticalScrollBar();
    }

    MainWindow window{account()};
};

class PageStackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::install(false); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void aPageIsAsWideAsTheHeaderWithAndWithoutAScrollBar_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void aPageIsAsWideAsTheHeaderWithAndWithoutAScrollBar()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QApplication::setLayoutDirection(direction);
        World world;
        for (const PageId id : {PageId::Profile, PageId::Inbox, PageId::Repositories, PageId::Account}) {
            world.window.turnTo(id);
            QTRY_VERIFY(!world.page().isRefreshing());
            for (const int width : {1120, 1920}) {
                for (const int height : {400, 6000}) {
                    world.window.resize(width, height);
                    QTRY_COMPARE(world.scrollBar().isVisible(), height == 400);
                    QTRY_COMPARE(world.contents().left(), world.header().left());
                    QTRY_COMPARE(world.contents().right(), world.header().right());
                }
            }
        }
    }

    void alertsAreAsWideAsThePage()
    {
        World world;
        world.window.offerRealSignIn();
        world.window.turnTo(PageId::Account);
        const auto *bar = world.find<QWidget>("demoBar");
        for (const int width : {480, 720, 1920}) {
            world.window.resize(width, 6000);
            QTRY_COMPARE(world.placeOf(*bar).left(), world.contents().left());
            QTRY_COMPARE(world.placeOf(*bar).right(), world.contents().right());
        }
    }

    void theWheelScrollsAListBesideItsRowsToo()
    {
        World world;
        world.window.resize(1920, 400);
        world.window.turnTo(PageId::Repositories);
        QTRY_VERIFY(world.list()->rows()->rowCount() > 20);
        QTRY_VERIFY(world.scrollBar().maximum() > 0);
        const QPoint beside(20, 100);
        QVERIFY(!world.list()->viewport()->geometry().contains(beside));
        QWheelEvent wheel(beside, world.list()->mapToGlobal(beside), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(world.list(), &wheel);
        QVERIFY(world.scrollBar().value() > 0);
    }
};

} // namespace tst_pagestack

LATCHKEY_TEST(tst_pagestack, PageStackTest, QApplication)

#include "tst_pagestack.moc"
