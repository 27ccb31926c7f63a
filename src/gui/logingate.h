// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/mainwindow.h"
#include "gui/signinwindow.h"

#include <QTimer>

#include <memory>

/// Lets nobody past who is not signed in: shows the sign-in window, or, for a session's account, the main window.
class LoginGate : public QObject
{
    Q_OBJECT

public:
    /// What happens by itself where nobody is signed in yet.
    enum class Start { Nothing, SignInHere, SignInWithBrowser, UseCode, AskForToken };

    LoginGate(Session &session, const SignInWays &ways);
    ~LoginGate() override;

    /// Restores the session of the last run and shows the window that fits.
    void open(Start start = Start::Nothing);

    /// The program was started again: its window comes forward, and at the gate the sign-in begins that is asked for.
    void openAgain(Start start, const QByteArray &activationToken);

    /// Tells the person something at the gate, such as a provider file that was refused.
    void say(const QString &text);

Q_SIGNALS:
    /// The first window is there: what the person need not wait for can start.
    void painted();

    /// The person asks what works and what does not, from either window.
    void diagnosticsRequested();

private:
    void watchFirstPaint(QWidget &window);
    void showSession();
    void showSignInWindow();
    void startByItself();
    void showMainWindow();
    void signOut();

    Session &m_session;
    const SignInWays m_ways;
    QTimer m_restoreWait;
    std::unique_ptr<SignInWindow> m_signInWindow;
    std::unique_ptr<MainWindow> m_mainWindow;
    Start m_start = Start::Nothing;
    bool m_isPainted = false;
    QString m_message;
};
