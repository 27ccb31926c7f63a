// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/signincontroller.h"

#include <QWidget>

class KeychainNote;
class SignInAlerts;
class SignInBar;
class SignInHeading;
class SignInKeys;
class SignInPageStack;

/// The gate as a person sees it: where and how to sign in, the attempt under way, and why the last attempt failed. Of one
/// size, unless the screen is smaller: its pages scroll. May also be a part of another window, for a sign-in to an account
/// that is known.
class SignInWindow : public QWidget
{
    Q_OBJECT

public:
    SignInWindow(Session &session, const SignInSetup &setup);

    /// Starts attempts from outside.
    SignInController &controller() { return m_controller; }

    /// Offers to go back to an account that is signed in, by a button, by Escape and by closing the window. Nothing: there
    /// is no such account.
    void offerBack(const std::optional<AccountRecord> &account);

    /// Offers to leave the demo for the person's own window.
    void offerRealSignIn();

Q_SIGNALS:
    void diagnosticsRequested();

    /// By keys, as in the main window.
    void settingsRequested();
    void zoomRequested(int change);

    /// The person wants to go back to the account of offerBack().
    void backRequested();

    /// The person wants to look at the demo. Only if SignInSetup::offersDemo.
    void demoRequested();

    /// The person has seen enough of the demo; see offerRealSignIn().
    void realSignInRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void addParts(const SignInSetup &setup);
    void useZoom();
    void connectController();
    void finishStart(const SignInSetup &setup);
    void refresh();
    void turnTo(SignInPage page);
    void showLoginViewError();

    SignInController m_controller;
    Session &m_session;
    SignInKeys *m_keys;
    SignInBar *m_bar;
    SignInPageStack *m_pages = nullptr;
    SignInHeading *m_heading;
    SignInAlerts *m_alerts;
    KeychainNote *m_keychain;
    std::optional<SignInPage> m_page; ///< The page that is shown.
};
