// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "loginview/windowworld.h"

namespace tst_loginwindow {

class LoginWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The window that opened it has changed its look.
    void aNewLookLeavesPlaceAndPage()
    {
        WindowWorld world([](const loopback::Request &request, loopback::Connection &connection) {
            WindowWorld::respondWithTitle(request.path, connection);
        });
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("/page")));
        QVERIFY(!look::colors().isDark);
        world.window.setGeometry(30, 40, 500, 600);
        world.window.useLook({.opener = QRect(300, 300, 480, 640), .isDark = true, .accent = QStringLiteral("#5fb7d1"), .zoom = 1.5});
        QVERIFY(look::colors().isDark);
        QCOMPARE(look::zoom(), 1.5);
        QCOMPARE(world.view->zoomFactor(), 1.5);
        QCOMPARE(world.window.geometry(), QRect(30, 40, 500, 600));
        QCOMPARE(world.visited.count(QStringLiteral("/page")), 1);
    }
};

} // namespace tst_loginwindow

LATCHKEY_TEST_WITH(tst_loginwindow, runWithEngine<tst_loginwindow::LoginWindowTest>)

#include "tst_loginwindow.moc"
