// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/mainwindow.h"
#include "gui/signin/signinpurpose.h"
#include "gui/signin/signinwindow.h"
#include "gui/windowplace.h"
#include "menuentry/menuentry.h"
#include "session/sessionlist.h"

#include <QTimer>

#include <memory>

/// Lets nobody past who is not signed in: shows the sign-in window, or, for the current session's account, the main
/// window.
class LoginGate : public QObject
{
    Q_OBJECT

public:
    /// What happens by itself where nobody is signed in yet.
    enum class Start { Nothing, SignInHere, SignInWithBrowser, UseCode, AskForToken };

    LoginGate(SessionList &sessions, const SignInWays &ways);
    ~LoginGate() override;

    /// Restores the sessions of the last run, the current one first, and shows the window that fits.
    void open(Start start = Start::Nothing);

    /// The program was started again: its window comes forward, and at the gate the sign-in begins that is asked for.
    void openAgain(Start start, const QByteArray &activationToken);

    /// Shows an account of this provider, or the way to sign in to one.
    void turnTo(const Provider &provider);

    /// Tells the person something, such as that a provider file was refused, with a page where they can do something about
    /// it.
    void say(const QString &text, const QUrl &page = {});

    /// The main window is to offer this AppImage's place in the application menu.
    void setMenuEntry(const MenuEntry &entry);

    /// The main window comes back where it was, also in the next run.
    void setWindowPlace(const WindowPlace &place);

    /// Signs in to the same account again, to be granted these scopes, too. Until that is done, and where it is declined or
    /// canceled, the account goes on with what it has.
    void requestScopes(const QStringList &scopes);

Q_SIGNALS:
    /// The first window is there: what the person need not wait for can start.
    void painted();

    /// The person asks what works and what does not, from either window.
    void diagnosticsRequested();

private:
    void watchFirstPaint(QWidget &window);
    void showSession();
    void showSignInWindow();
    void showAccounts();
    void tellMessage();
    void addAccount();
    void begin(const SignInPurpose &purpose);
    void goBack();
    bool hasGivenUpScopes() const;
    void tellOfOutcome(const Account &account);
    void offerToTryAgain(const Account &account, const SignInPurpose &purpose);
    void tellOfEnd(const AccountRecord &account, EndReason reason, const Session &session);
    void startByItself();
    void showMainWindow();
    void putAwayMainWindow();
    void connectMainWindow();
    void signOut();
    void leave(Session &session);

    SessionList &m_sessions;
    const SignInWays m_ways;
    QTimer m_restoreWait;
    std::unique_ptr<SignInWindow> m_signInWindow;
    Session *m_signInSession = nullptr; ///< The one that the sign-in window is about.
    std::optional<SignInPurpose> m_purpose;
    std::unique_ptr<MainWindow> m_mainWindow;
    WindowPlace m_place; ///< Of the main window.
    int m_pageAfterwards = 0; ///< Where the person was when a page asked for more scopes.
    Start m_start = Start::Nothing;
    bool m_isPainted = false;
    std::optional<MenuEntry> m_menuEntry;
    QString m_message;
    QUrl m_messagePage;
};
