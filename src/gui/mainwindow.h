// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/account.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

class AccountMenu;
class InboxPage;
class MenuEntry;
class ProfilePage;
class RepositoriesPage;

namespace Ui {
class MainWindow;
}

/// The frame behind the gate: the pages of one signed-in account, the menus, the title and the notices. It takes an
/// Account, and only Session makes accounts, so nobody can build it without being signed in.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Account &account);
    ~MainWindow() override;

    /// Asks the server again for everything that the pages show.
    void refresh();

    /// Lists the accounts that the person can switch to.
    void showAccounts(const QList<AccountRecord> &accounts);

    /// The index of the current tab.
    int page() const;

    /// Switches to a tab; an index without a tab changes nothing.
    void turnTo(int page);

    /// Shows a notice that is not about this account's data. It stays until the person dismisses it or, after offer(), acts
    /// on it.
    void say(const QString &text);

    /// Replaces the notice's button for dismissing it by one with this text and action.
    void offer(const QString &buttonText, const std::function<void()> &action);

    /// Adds a menu item that puts this AppImage into the desktop's application menu and removes it again.
    void offerMenuEntry(const MenuEntry &entry);

    /// Asks the server now, rather than after the first paint: for a person who has just signed in, nothing is cached.
    void ask();

Q_SIGNALS:
    void signOutRequested();
    void accountRequested(const QString &key);
    void addAccountRequested();

    /// A page needs scopes that are not granted.
    void scopesRequested(const QStringList &scopes);
    void diagnosticsRequested();

    /// The server renews the sign-in only if the person signs in once more.
    void signInAgainRequested();

private:
    void addPages();
    void addGitHubPages();
    void connectMenus();
    void addNotices();
    void showProfileState();
    void showError(const Error &error);
    void showStorageError();
    void showRenewalObstacle();
    void showAge();
    void showAbout();

    Account &m_account;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ProfilePage *m_profile;
    RepositoriesPage *m_repositories = nullptr; ///< Null until first shown, and for providers other than GitHub.
    InboxPage *m_inbox = nullptr; ///< As above.
    AccountMenu *m_accountMenu; ///< Owned by the menu.
    QTimer m_ageTimer;
};
