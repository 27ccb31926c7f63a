// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/accounttasks.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/pendingnotice.h"
#include "gui/signinplace.h"
#include "gui/windows/windowplace.h"
#include "menuentry/menuentry.h"
#include "session/sessionlist.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

/// Lets nobody past without an account: shows the sign-in window while the current session has none, and the account's main
/// window otherwise. One of the two windows exists at a time, except that a sign-in to the account that the main window
/// shows takes place in a sheet over it.
class LoginGate : public QObject
{
    Q_OBJECT

public:
    LoginGate(SessionList &sessions, const SignInSetup &setup);
    ~LoginGate() override;

    /// Restores the sessions of the last run, the current one first, and shows the window that fits. If nobody is
    /// signed in, a sign-in begins in this way, if one is given.
    void open(std::optional<SignInWay> way = std::nullopt);

    /// Brings the window forward after another start of the program, and begins the sign-in that it asked for unless
    /// somebody is signed in. `activationToken` is that of the desktop (see comeforward.h); may be empty.
    void openAgain(std::optional<SignInWay> way, const QByteArray &activationToken);

    /// Takes the sign-in window out of the way of the demo's, and brings it back.
    void stepAside() { m_signIn.stepAside(); }
    void comeBack() { m_signIn.comeBack(); }

    /// Shows an account of this provider, or the way to sign in to one.
    void turnTo(const Provider &provider);

    /// Tells the person something, such as that a provider file was refused, in the window that is shown or the next one.
    void tell(const Notice &notice);

    /// The entry in the application menu that the main window offers to add and remove. Only for AppImages.
    void setMenuEntry(const MenuEntry &entry) { m_menuEntry = entry; }

    /// Where the main window's place is kept from run to run; empty: nowhere.
    void setWindowFile(const QString &file) { m_place.setFile(file); }

    /// Lets the person leave the demo, in either window: see realSignInRequested().
    void offerRealSignIn() { m_offersRealSignIn = true; }

    /// Asks the person whether to request these scopes, and does it.
    void offerScopes(const QStringList &scopes);

    /// The page that the main window opens with.
    void setStartPage(PageId page) { m_startPage = page; }

    /// Begins a sign-in to another account.
    void addAccount();

    /// Shows an account, and asks whether to sign it out.
    void askSignOut(const QString &key);

    /// Signs in to the same account again, to be granted these scopes in addition. If the person declines or cancels, the
    /// account goes on with the scopes that it has.
    void requestScopes(const QStringList &scopes);
    void requestSignInAgain();

Q_SIGNALS:
    /// The first window has been painted: work that the person need not wait for can start.
    void painted();

    /// The person asks for the diagnostics, in either window.
    void diagnosticsRequested();

    /// The same of the settings and of the version, or wants to zoom by so many percent; see MainWindow.
    void settingsRequested();
    void aboutRequested();
    void zoomRequested(int change);

    /// The person wants to look at the demo.
    void demoRequested();

    /// The person has seen enough of the demo.
    void realSignInRequested();

private:
    void watchFirstPaint(QWidget &window);
    void showSession();
    void showSignInWindow();
    QString sheetTitle() const;
    void showAccounts();
    void showNotice();
    void beginAtStart();
    void showMainWindow();
    void putAwayMainWindow();
    void noteAccountGone();
    bool showsCurrentAccount() const;
    void connectMainWindow();

    SessionList &m_sessions;
    const SignInSetup m_setup;
    AccountTasks m_tasks;
    QTimer m_restoreWait;
    SignInPlace m_signIn;
    std::unique_ptr<MainWindow> m_mainWindow;
    QPointer<Account> m_mainAccount; ///< The account that the main window shows; null if it has ended.
    WindowPlace m_place; ///< Of the main window.
    PageId m_startPage = PageId::Profile;
    QPointer<Sheet> m_scopeQuestion; ///< While it is open.
    std::optional<PageId> m_pageAfterwards; ///< The page that asked for more scopes, to return to.
    std::optional<SignInWay> m_wayAtStart; ///< Begins when the sign-in window opens.
    bool m_isPainted = false;
    bool m_offersRealSignIn = false;
    bool m_isProviderChosen; ///< Then the sign-in window does not ask for it.
    std::optional<MenuEntry> m_menuEntry;
    PendingNotice m_notice;
};
