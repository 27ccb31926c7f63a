// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/mainwindow/windowactions.h"
#include "pages/pageid.h"
#include "session/account.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class AccountActions;
class AccountAlerts;
class AccountPages;
class MenuEntry;
class PageHeader;
class PageStack;
class Sidebar;
class SidebarFrame;
class WindowOverlays;

/// The frame behind the gate: the pages of one signed-in account beside the sidebar, the title and the alerts. It takes an
/// Account, and only Session makes accounts, so nobody can build it without being signed in.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Account &account);
    ~MainWindow() override;

    /// Asks the server again for everything that the pages show.
    void refresh();

    /// Lists the accounts that the person can switch to. `find` finds one by its AccountRecord::key(), if it is there already.
    void showAccounts(const QList<AccountRecord> &accounts, std::function<const Account *(const QString &key)> find = {});

    PageId page() const;

    /// Shows a page; does nothing if the account has no such page.
    void turnTo(PageId page);

    /// Shows a message that is not about this account's data. It stays until the person dismisses it or acts on it.
    void say(const QString &text);

    /// Adds a button with this text and action to the message.
    void offer(const QString &buttonText, const std::function<void()> &action);

    /// Says that this is the demo, and offers to leave it.
    void offerRealSignIn();

    /// Adds an action that puts this AppImage into the desktop's application menu and removes it again.
    void offerMenuEntry(const MenuEntry &entry);

    /// Asks the person whether to sign out.
    void askSignOut();

    /// Asks the server now, rather than after the first paint: for a person who has just signed in, nothing is cached.
    void ask();

Q_SIGNALS:
    void signOutRequested();
    void accountRequested(const QString &key);
    void addAccountRequested();

    /// A page needs scopes that are not granted.
    void scopesRequested(const QStringList &scopes);
    void diagnosticsRequested();
    void settingsRequested();
    void aboutRequested();

    /// Zoom by so many percent; 0 for the usual size.
    void zoomRequested(int change);

    /// The server renews the sign-in only if the person signs in once more.
    void signInAgainRequested();

    /// The person has seen enough of the demo.
    void realSignInRequested();

private:
    void addContent();
    void connectPages();
    void connectActions();
    void showIdentity();
    void showKey();
    void showHeader();
    void showAccountPopover();
    void focusNextPane();

    Account &m_account;
    WindowActions m_actions;
    AccountActions *m_accountActions;
    WindowOverlays *m_overlays;
    SidebarFrame *m_frame;
    Sidebar *m_sidebar;
    PageHeader *m_header;
    AccountAlerts *m_alerts;
    PageStack *m_pages;
    AccountPages *m_accountPages;
    QTimer m_ageTimer;
};
