// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/globalmenu.h"

#include "gui/mainwindow/accountactions.h"
#include "gui/mainwindow/windowactions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <functional>
#include <memory>

namespace {

/// For lupdate, which looks for tr().
struct GlobalMenuWords
{
    Q_DECLARE_TR_FUNCTIONS(GlobalMenu)
};

/// Groups of actions, with a line between them.
using Groups = QList<QList<QAction *>>;

void addMenu(QMenuBar &bar, const QString &title, std::function<Groups()> groups)
{
    QMenu *menu = bar.addMenu(title);
    const auto fill = [menu, groups = std::move(groups)] {
        menu->clear(); // The actions belong to the window.
        for (const QList<QAction *> &group : groups()) {
            if (!menu->isEmpty() && !group.isEmpty())
                menu->addSeparator();
            menu->addActions(group);
        }
    };
    fill();
    QObject::connect(menu, &QMenu::aboutToShow, menu, fill);
}

} // namespace

void fillMenuBar(QMenuBar &bar, const WindowActions &actions, const AccountActions &accounts)
{
    addMenu(bar, GlobalMenuWords::tr("Account"), [&] {
        return Groups{accounts.actions(), {actions.accounts, actions.addAccount, actions.accountDetails, actions.openPage}, {actions.signOut}, {actions.quit}};
    });
    addMenu(bar, GlobalMenuWords::tr("View"), [&] {
        QList<QAction *> pages;
        for (const WindowActions::OfPage &page : actions.pages())
            pages.append(page.action);
        return Groups{pages, {actions.palette, actions.find, actions.refresh}, {actions.sidebar, actions.nextPane},
                      {actions.zoomIn, actions.zoomOut, actions.zoomReset}};
    });
    addMenu(bar, GlobalMenuWords::tr("Help"), [&] { return Groups{actions.general()}; });
}

void addGlobalMenu(QMainWindow &window, const WindowActions &actions, const AccountActions &accounts)
{
    auto bar = std::make_unique<QMenuBar>();
    if (!bar->isNativeMenuBar())
        return;
    fillMenuBar(*bar, actions, accounts);
    window.setMenuBar(bar.release());
}
