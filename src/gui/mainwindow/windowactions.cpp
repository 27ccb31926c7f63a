// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/windowactions.h"

#include "gui/controls/labels.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace {

constexpr int maximumPageShortcuts = 6;

/// For lupdate, which looks for tr().
struct WindowActionWords
{
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

} // namespace

WindowActions::WindowActions(QWidget &window, const QString &server) : m_window(window)
{
    using look::Glyph;
    const auto words = [](const char *text) { return WindowActionWords::tr(text); };
    refresh = make("refreshAction", words(QT_TR_NOOP("Refresh")), Glyph::Refresh, {QKeySequence(Qt::Key_F5)});
    openPage = make("openPageAction", escapedForButton(words(QT_TR_NOOP("Open on %1")).arg(server)), Glyph::OpenOutside, {QKeySequence(Qt::CTRL | Qt::Key_O)});
    find = make("findAction", words(QT_TR_NOOP("Search this page")), Glyph::Search, {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    sidebar = make("sidebarAction", words(QT_TR_NOOP("Show or hide the sidebar")), Glyph::Menu, {QKeySequence(Qt::Key_F9)});
    accounts = make("accountsAction", words(QT_TR_NOOP("Accounts")), Glyph::People, {QKeySequence(Qt::Key_F10)});
    accountDetails = make("accountDetailsAction", words(QT_TR_NOOP("Account details")), Glyph::Key);
    addAccount = make("addAccountAction", words(QT_TR_NOOP("Add account…")), Glyph::Plus, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    zoomIn = make("zoomInAction", words(QT_TR_NOOP("Zoom in")), Glyph::Plus, {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    zoomOut = make("zoomOutAction", words(QT_TR_NOOP("Zoom out")), Glyph::ChevronDown, {QKeySequence(Qt::CTRL | Qt::Key_Minus)});
    zoomReset = make("zoomResetAction", words(QT_TR_NOOP("Usual size")), Glyph::Search, {QKeySequence(Qt::CTRL | Qt::Key_0)});
    nextPane = make("nextPaneAction", words(QT_TR_NOOP("Next part of the window")), Glyph::ChevronRight, {QKeySequence(Qt::Key_F6)});
    settings = make("settingsAction", words(QT_TR_NOOP("Settings")), Glyph::Gear, {QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    diagnostics = make("diagnosticsAction", words(QT_TR_NOOP("Check my setup")), Glyph::CheckPassed);
    shortcuts = make("shortcutsAction", words(QT_TR_NOOP("Keyboard shortcuts")), Glyph::Info, {QKeySequence(Qt::CTRL | Qt::Key_Question)});
    about = make("aboutAction", words(QT_TR_NOOP("About Latchkey")), Glyph::Info);
    signOut = make("signOutAction", words(QT_TR_NOOP("Sign out…")), Glyph::SignOut);
    quit = make("quitAction", words(QT_TR_NOOP("Quit")), Glyph::Cross, {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    m_general = {settings, diagnostics, shortcuts, about};
    palette = make("paletteAction", words(QT_TR_NOOP("Search or jump to…")), Glyph::Search, {QKeySequence(Qt::CTRL | Qt::Key_K)});
    m_commands.removeLast(); // It would only open itself.
}

QAction *WindowActions::make(const char *name, const QString &text, look::Glyph glyph, const QList<QKeySequence> &shortcuts)
{
    auto *action = new QAction(look::glyphIcon(glyph), text, &m_window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(shortcuts);
    m_window.addAction(action);
    m_commands.append({action, glyph});
    return action;
}

void WindowActions::addPage(PageId id, const QString &title, look::Glyph glyph)
{
    auto *action = new QAction(look::glyphIcon(glyph), title, &m_window);
    action->setObjectName(keyOf(id) + QStringLiteral("Action"));
    if (m_pages.size() < maximumPageShortcuts)
        action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + m_pages.size())));
    m_window.addAction(action);
    m_pages.append({action, glyph, id});
}

void WindowActions::add(QAction *action, look::Glyph glyph)
{
    m_window.addAction(action);
    m_general.append(action);
    m_commands.append({action, glyph});
}
