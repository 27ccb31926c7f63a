// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signedin.h"

#include "gui/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QStyleFactory>
#include <QTabWidget>

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x32, 0x36, 0x3b), QColor(0x24, 0x27, 0x2b));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x21));
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xff));
    return palette;
}

/// A picture of each page once everything on it has arrived.
void takePictures(Account &account, const QString &prefix)
{
    MainWindow window(account);
    window.resize(900, 1080);
    window.show();
    auto *age = window.findChild<QLabel *>(QStringLiteral("ageLabel"));
    auto *count = window.findChild<QLabel *>(QStringLiteral("repositoryCountLabel"));
    auto *readme = window.findChild<QWidget *>(QStringLiteral("readmeView"));
    auto *pages = window.findChild<QTabWidget *>(QStringLiteral("pages"));
    const auto wait = [](const auto &condition) {
        if (!QTest::qWaitFor(condition))
            qFatal("the page does not fill");
    };
    wait([&] { return age->text().startsWith(QLatin1String("Updated")) && readme->isVisible(); });
    window.grab().save(prefix + QStringLiteral("overview.png"));
    pages->setCurrentIndex(1);
    wait([&] { return count->text().contains(QLatin1String("12 of 12")); });
    window.grab().save(prefix + QStringLiteral("repositories.png"));
    pages->setCurrentIndex(2);
    window.grab().save(prefix + QStringLiteral("account.png"));
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
    SignedIn world;
    takePictures(world.account(), folder);
    QApplication::setPalette(darkPalette());
    takePictures(world.account(), folder + QStringLiteral("dark-"));
    return 0;
}
