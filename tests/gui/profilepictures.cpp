// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/mainwindow.h"
#include "gui/parts/colorscheme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QStyleFactory>
#include <QTabWidget>

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
void takePictures(Account &account, const QString &prefix)
{
    MainWindow window(account);
    window.resize(900, 1480); // As high as the overview, so that all of it is seen.
    window.show();
    auto *age = window.findChild<QLabel *>(QStringLiteral("ageLabel"));
    auto *pages = window.findChild<QTabWidget *>(QStringLiteral("pages"));
    const auto wait = [](const auto &condition) {
        if (!QTest::qWaitFor(condition))
            qFatal("the page does not fill");
    };
    wait([&] {
        const auto *readme = window.findChild<QWidget *>(QStringLiteral("readmeView"));
        const bool hasOverview = window.findChild<QWidget *>(QStringLiteral("pinnedCard"));
        return age->text().startsWith(QLatin1String("Updated")) && hasOverview && readme->isVisible();
    });
    QTest::qWait(timeToSettle);
    save(window, prefix + QStringLiteral("overview.png"));
    window.resize(900, 760);
    pages->setCurrentIndex(1);
    auto *count = window.findChild<QLabel *>(QStringLiteral("repositoryCountLabel"));
    wait([&] { return count->text().contains(QLatin1String("12 of 12")); });
    QTest::qWait(timeToSettle);
    save(window, prefix + QStringLiteral("repositories.png"));
    pages->setCurrentIndex(2);
    auto *inboxStatus = window.findChild<QLabel *>(QStringLiteral("inboxStatusLabel"));
    wait([&] { return inboxStatus->text().contains(QLatin1String("7 unread")); });
    QTest::qWait(timeToSettle);
    save(window, prefix + QStringLiteral("inbox.png"));
    pages->setCurrentIndex(3);
    QTest::qWait(timeToSettle);
    save(window, prefix + QStringLiteral("account.png"));
}

} // namespace

/// profilepictures FOLDER: pictures of the main window's pages, from the demo account, in light and dark.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]) + QLatin1Char('/');
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    SignedIn world("read:user notifications repo");
    takePictures(world.account(), folder);
    QApplication::setPalette(ColorScheme::darkPalette());
    takePictures(world.account(), folder + QStringLiteral("dark-"));
    return 0;
}
