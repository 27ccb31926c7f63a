// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/globalmenu.h"

#include "gui/mainwindow/accountactions.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/mainwindow/windowactions.h"
#include "gui/signedin.h"
#include "support/test.h"

#include <QMenu>
#include <QMenuBar>

namespace tst_globalmenu {

QList<QAction *> actionsIn(const QMenuBar &bar)
{
    QList<QAction *> found;
    for (const QAction *menu : bar.actions()) {
        Q_EMIT menu->menu()->aboutToShow();
        for (QAction *action : menu->menu()->actions()) {
            if (!action->isSeparator())
                found.append(action);
        }
    }
    return found;
}

class GlobalMenuTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionStandsInItOnce()
    {
        QWidget window;
        WindowActions actions(window, QStringLiteral("GitHub"));
        actions.addPage(PageId::Profile, QStringLiteral("Profile"), look::Glyph::Person);
        AccountActions accounts(window);
        QMenuBar bar;
        fillMenuBar(bar, actions, accounts);
        actions.add(new QAction(&window), look::Glyph::Window); // Later, as by offerMenuEntry().
        AccountRecord other;
        other.identity.id = QStringLiteral("2");
        accounts.show({AccountRecord(), other}, {});
        const QList<QAction *> found = actionsIn(bar);
        QList<QAction *> wanted = accounts.actions();
        QCOMPARE(wanted.size(), 2);
        for (const auto &[action, glyph] : actions.commands())
            wanted.append(action);
        for (const WindowActions::OfPage &page : actions.pages())
            wanted.append(page.action);
        wanted.append(actions.palette);
        for (QAction *action : wanted)
            QVERIFY2(found.count(action) == 1, qPrintable(action->objectName()));
        QCOMPARE(found.size(), wanted.size());
    }

    /// The platform of this test has none.
    void withoutAGlobalMenuBarTheWindowHasNone()
    {
        const SignedIn world;
        MainWindow window(world.account());
        window.show();
        QTRY_VERIFY(world.server.requestCount(demo::Endpoint::GraphQl) > 0); // After the first paint.
        QVERIFY(!window.findChild<QMenuBar *>());
    }
};

} // namespace tst_globalmenu

LATCHKEY_TEST(tst_globalmenu, GlobalMenuTest, QApplication)

#include "tst_globalmenu.moc"
