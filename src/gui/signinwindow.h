// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signinways.h"
#include "session/session.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignInWindow;
}

/// The gate as the person sees it: the ways to sign in, the attempt under way, and in words why the last one did not
/// work.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    SignInWindow(Session &session, const SignInWays &ways);
    ~SignInWindow() override;

    /// Says something above the ways to sign in, such as how a sign-out went.
    void say(const QString &text);

    void signInHere();
    void signInWithBrowser();

Q_SIGNALS:
    void diagnosticsRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void signIn(oauth::UserAgent &userAgent);
    void showSession();
    void showWays();
    void showProgress();
    void showUnregistered();
    void showEmbeddedTrouble(const Error &error);
    void copyOpenLink();

    Session &m_session;
    const SignInWays m_ways;
    std::unique_ptr<Ui::SignInWindow> m_ui;
    QString m_message;
    bool m_isEmbeddedPrepared = false;
};
