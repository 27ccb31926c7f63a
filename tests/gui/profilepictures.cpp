// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/look/colors.h"
#include "gui/look/install.h"
#include "gui/mainwindow.h"
#include "gui/page/page.h"
#include "gui/page/pagestack.h"

#include <QApplication>
#include <QDir>

namespace {

/// Avatars and pictures arrive after their page, and layouts follow them: milliseconds.
constexpr int timeToSettle = 400;

void save(QWidget &window, const QString &file)
{
    constexpr int smallest = 1; // Of 100, where PNG knows size and time only.
    if (!window.grab().save(file, "PNG", smallest))
        qFatal("%s cannot be written", qPrintable(file));
}

/// A picture of each page once everything on it has arrived.
void takePictures(Account &account, int width, const QString &prefix)
{
    MainWindow window(account);
    window.resize(width, 1480); // As high as the profile, so that all of it is seen.
    window.show();
    const auto wait = [](const auto &condition) {
        if (!QTest::qWaitFor(condition))
            qFatal("the page does not fill");
    };
    wait([&] {
        const auto *readme = window.findChild<QWidget *>(QStringLiteral("readmeView"));
        return window.findChild<QWidget *>(QStringLiteral("pinnedCard")) && readme && readme->isVisible();
    });
    QTest::qWait(timeToSettle);
    save(window, prefix + QStringLiteral("profile.png"));
    window.resize(width, 760);
    const QList<PageId> pages = window.findChild<PageStack *>()->ids();
    for (const PageId page : pages) {
        window.turnTo(page);
        wait([&] { return !window.findChild<PageStack *>()->currentPage()->isRefreshing(); });
        QTest::qWait(timeToSettle);
        if (page != PageId::Profile)
            save(window, prefix + keyOf(page) + QStringLiteral(".png"));
    }
}

} // namespace

/// profilepictures FOLDER [WIDTH]: pictures of the main window's pages, from the demo account, in light and dark.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc < 2 || argc > 3 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]) + QLatin1Char('/');
    look::install(false);
    SignedIn world("read:user notifications repo");
    const int width = argc == 3 ? QByteArray(argv[2]).toInt() : 1120;
    look::use(look::colorsFor({}));
    takePictures(world.account(), width, folder);
    look::use(look::colorsFor({true, false, {}}));
    takePictures(world.account(), width, folder + QStringLiteral("dark-"));
    return 0;
}
