// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/page/pageid.h"

#include <QList>
#include <QString>

class QAction;
class QWidget;

/// What a person can do in the main window, apart from what the pages offer. The window has them all, so their shortcuts
/// work everywhere in it.
class WindowActions
{
public:
    /// `server` is the name of the account's server.
    WindowActions(QWidget &window, const QString &server);

    /// Adds the action that turns to a page. The first six have the shortcuts Alt+1 to Alt+6.
    QAction *addPage(PageId id, const QString &title);
    const QList<QAction *> &pages() const { return m_pages; }

    QAction *const refresh;
    QAction *const openPage;
    QAction *const find; ///< In the page that is shown.
    QAction *const palette;
    QAction *const sidebar;
    QAction *const accounts;
    QAction *const nextPane;
    QAction *const accountDetails;
    QAction *const addAccount;
    QAction *const signOut; ///< Without a shortcut: it cannot be undone.
    QAction *const diagnostics;
    QAction *const about;
    QAction *const quit;

private:
    QWidget &m_window;
    QList<QAction *> m_pages;
};
