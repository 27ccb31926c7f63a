// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/signincontroller.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignInWindow;
}

/// The gate as a person sees it: the ways to sign in, the attempt under way, and why the last attempt failed.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    SignInWindow(Session &session, const SignInSetup &setup);
    ~SignInWindow() override;

    /// Starts attempts from outside.
    SignInController &controller() { return m_controller; }

    /// Offers to go back to an account that is signed in, by a button, by Escape and by closing the window. Nothing: there
    /// is no such account.
    void offerBack(const std::optional<AccountRecord> &account);

    /// Offers to leave the demo for the person's own window.
    void offerRealSignIn();

Q_SIGNALS:
    void diagnosticsRequested();

    /// The person wants to go back to the account of offerBack().
    void backRequested();

    /// The person wants to look at the demo. Only if SignInSetup::offersDemo.
    void demoRequested();

    /// The person has seen enough of the demo; see offerRealSignIn().
    void realSignInRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpAppearance();
    void connectPages();
    QWidget *widgetOf(SignInPage page) const;
    void refresh();
    void turnTo(SignInPage page);
    void begin(SignInPage page);
    void showNotice();
    void showProgress();
    void showProvider();
    void showLoginViewError(const Error &error, bool isPermanent);
    void copyOpenLink() const;

    SignInController m_controller;
    Session &m_session;
    std::unique_ptr<Ui::SignInWindow> m_ui;
    std::optional<SignInPage> m_page; ///< The page that is shown.
};
