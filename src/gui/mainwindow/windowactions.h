// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"
#include "pages/pageid.h"

#include <QList>

class QAction;
class QWidget;

/// What a person can do in the main window, apart from what the pages offer. The window has them all, so their shortcuts
/// work everywhere in it.
class WindowActions
{
public:
    struct Named
    {
        QAction *action;
        look::Glyph glyph;
    };

    struct OfPage
    {
        QAction *action;
        look::Glyph glyph;
        PageId page;
    };

    /// `server` is the name of the account's server.
    WindowActions(QWidget &window, const QString &server);

    /// Adds the action that turns to a page. The first six have the shortcuts Alt+1 to Alt+6.
    void addPage(PageId id, const QString &title, look::Glyph glyph);
    const QList<OfPage> &pages() const { return m_pages; }

    /// Adds an action to general().
    void add(QAction *action, look::Glyph glyph);

    /// Those about Latchkey rather than about the account.
    const QList<QAction *> &general() const { return m_general; }

    /// All that the palette finds, apart from the pages.
    const QList<Named> &commands() const { return m_commands; }

private:
    QAction *make(const char *name, const QString &text, look::Glyph glyph, const QList<QKeySequence> &shortcuts = {});

    QWidget &m_window;
    QList<OfPage> m_pages;
    QList<Named> m_commands;
    QList<QAction *> m_general;

public:
    QAction *refresh;
    QAction *openPage;
    QAction *find; ///< In the page that is shown.
    QAction *palette;
    QAction *sidebar;
    QAction *accounts;
    QAction *nextPane;
    QAction *accountDetails;
    QAction *addAccount;
    QAction *signOut; ///< Without a shortcut: it cannot be undone.
    QAction *zoomIn;
    QAction *zoomOut;
    QAction *zoomReset;
    QAction *settings;
    QAction *diagnostics;
    QAction *shortcuts;
    QAction *about;
    QAction *quit;
};
