// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/viewer.h"
#include "session/account.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>

class AccountMenu;
class InboxPage;
class GitHubOverview;
class MenuEntry;
class RepositoriesPage;

namespace Ui {
class MainWindow;
}

/// What is behind the gate: the profile of the signed-in account. Nobody can make one without an account, and only
/// Session makes accounts.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using UrlOpener = std::function<bool(const QUrl &)>;

    /// Opens pages by QDesktopServices unless told otherwise.
    explicit MainWindow(Account &account, UrlOpener openUrl = {}, Clock clock = &QDateTime::currentDateTimeUtc);
    ~MainWindow() override;

    /// Asks the server for the profile anew.
    void refresh();

    /// Who can be changed to.
    void showAccounts(const QList<AccountRecord> &accounts);

    /// Which of the pages is shown, as the tabs count them; one that is not there is not turned to.
    int page() const;
    void turnTo(int page);

    /// Says something that is not about this account's data, until it is dismissed or, where there is something to do
    /// about it, done.
    void say(const QString &text);
    void offer(const QString &buttonText, const std::function<void()> &action);

    /// Lets the person put this AppImage into the application menu, and take it out.
    void offerMenuEntry(const MenuEntry &entry);

    /// Asks the server now for all that the window shows, and not only after its first paint: for somebody who has just
    /// signed in, and of whom nothing is known yet.
    void ask();

Q_SIGNALS:
    void signOutRequested();
    void accountRequested(const QString &key);
    void addAccountRequested();

    /// Something here needs more than the person has granted so far.
    void scopesRequested(const QStringList &scopes);
    void diagnosticsRequested();

private:
    github::Request<github::Viewer> viewerRequest() const;
    void addPages();
    void addOverview();
    bool isGitHub() const;
    void showCached();
    void showViewer(const github::Viewer &viewer);
    void showCounts(const github::Viewer &viewer);
    void showFacts(const github::Viewer &viewer);
    void showCachedAvatar();
    void fetchAvatar(const QUrl &url);
    bool showAvatar(const QByteArray &image);
    void showError(const Error &error);
    void showStorageError();
    void showAge();
    void showAbout();
    void addAccountMenu();

    Account &m_account;
    const UrlOpener m_openUrl;
    const Clock m_clock;
    std::unique_ptr<Ui::MainWindow> m_ui;
    GitHubOverview *m_overview = nullptr; ///< Null where the provider has none, and before the first paint.
    RepositoriesPage *m_repositories = nullptr; ///< Null where the provider has none, and before it is looked at.
    InboxPage *m_inbox = nullptr; ///< As above.
    AccountMenu *m_accountMenu = nullptr; ///< Owned by the menu.
    QTimer m_ageTimer;
    bool m_isPainted = false; ///< For the first time.
    bool m_isAsked = false; ///< The server, for the first time.
    bool m_isErrorNew = false; ///< Another of the questions of this refresh has failed.
    QDateTime m_fetchedAt;
    QUrl m_page;
    QUrl m_avatar;
};
