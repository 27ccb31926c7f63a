// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pages/pageid.h"

#include <QObject>

#include <functional>

class Account;
class Inbox;
class Page;
class PageStack;
class ProfilePage;
class Sidebar;
class WindowActions;
class WorkSource;

/// The pages that an account has, with their rows in the sidebar, their numbers there, and the actions that turn to them.
class AccountPages : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this object, or be deleted together with it.
    AccountPages(Account &account, PageStack &stack, Sidebar &sidebar, WindowActions &actions, QObject *parent = nullptr);

    /// The first page, which is there from the start.
    ProfilePage &profile() const { return *m_profile; }

    /// The number of unread notifications, as far as it is known.
    int unread() const;

    /// Asks the server for the profile, and shows the numbers of the last visit.
    void start();

Q_SIGNALS:
    /// What stands above the page that is shown may have changed.
    void changed();

    /// Of a page: see Page.
    void said(const QString &text);
    void scopesRequested(const QStringList &scopes);
    void signOutRequested();

private:
    void add(PageId id, const QString &title, std::function<Page *()> build);
    void addGitHubPages();
    void follow(PageId id, Page *page);
    void showLastCounts();

    Account &m_account;
    PageStack &m_stack;
    Sidebar &m_sidebar;
    WindowActions &m_actions;
    ProfilePage *m_profile;
    Inbox *m_inbox = nullptr; ///< For providers other than GitHub.
    WorkSource *m_work = nullptr; ///< As above.
};
