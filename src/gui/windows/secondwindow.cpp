// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windows/secondwindow.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

void makeSecondWindow(QWidget &window)
{
    window.setAttribute(Qt::WA_QuitOnClose, false);
    auto *quit = new QAction(&window);
    quit->setObjectName(QStringLiteral("quitAction"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    window.addAction(quit);
    QObject::connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}
