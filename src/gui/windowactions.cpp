// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowactions.h"

#include "gui/look/glyphs.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace {

constexpr int maximumPageShortcuts = 6;

QString translated(const char *text)
{
    return QCoreApplication::translate("WindowActions", text);
}

QAction *make(QWidget &window, const char *name, const QString &text, look::Glyph glyph, const QList<QKeySequence> &shortcuts = {})
{
    auto *action = new QAction(look::glyphIcon(glyph), text, &window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(shortcuts);
    window.addAction(action);
    return action;
}

} // namespace

WindowActions::WindowActions(QWidget &window, const QString &server)
    : refresh(make(window, "refreshAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Refresh")), look::Glyph::Refresh,
                   {QKeySequence(Qt::Key_F5)})),
      openPage(make(window, "openPageAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Open on %1")).arg(server),
                    look::Glyph::OpenOutside, {QKeySequence(Qt::CTRL | Qt::Key_O)})),
      find(make(window, "findAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Search this page")), look::Glyph::Search,
                {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)})),
      palette(make(window, "paletteAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Search or jump to…")), look::Glyph::Search,
                   {QKeySequence(Qt::CTRL | Qt::Key_K)})),
      sidebar(make(window, "sidebarAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Show or hide the sidebar")), look::Glyph::Menu,
                   {QKeySequence(Qt::Key_F9)})),
      accounts(make(window, "accountsAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Accounts")), look::Glyph::People,
                    {QKeySequence(Qt::Key_F10)})),
      nextPane(make(window, "nextPaneAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Next pane")), look::Glyph::ChevronRight,
                    {QKeySequence(Qt::Key_F6)})),
      accountDetails(make(window, "accountDetailsAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Account details")), look::Glyph::Key)),
      addAccount(make(window, "addAccountAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Add account…")), look::Glyph::Plus,
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)})),
      signOut(make(window, "signOutAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Sign out…")), look::Glyph::SignOut)),
      diagnostics(make(window, "diagnosticsAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Check my setup")), look::Glyph::CheckPassed)),
      about(make(window, "aboutAction", translated(QT_TRANSLATE_NOOP("WindowActions", "About Latchkey")), look::Glyph::Info)),
      quit(make(window, "quitAction", translated(QT_TRANSLATE_NOOP("WindowActions", "Quit")), look::Glyph::Cross,
                {QKeySequence(Qt::CTRL | Qt::Key_Q)})),
      m_window(window)
{
}

QAction *WindowActions::addPage(PageId id, const QString &title)
{
    QAction *action = make(m_window, qPrintable(keyOf(id) + QStringLiteral("Action")), title, look::Glyph::ChevronRight);
    if (m_pages.size() < maximumPageShortcuts)
        action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + m_pages.size())));
    m_pages.append(action);
    return action;
}
