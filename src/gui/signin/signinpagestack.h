// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/signinsetup.h"

#include <QStackedWidget>

class ConfirmPage;
class ConnectPage;
class HostPage;
class ProgressPage;
class SignInController;
class SignInHeading;
class SteadyPage;
class TokenPage;
class WaysPage;
class WelcomePage;
enum class SignInPage;

/// The pages of the sign-in window, and what is done when the person uses them.
class SignInPageStack : public QStackedWidget
{
    Q_OBJECT

public:
    SignInPageStack(SignInController &controller, const SignInSetup &setup, QWidget *parent);

    /// Shows a page, without beginning it.
    SteadyPage &turnTo(SignInPage page);

    /// The page gets the focus where they act, and forgets what was typed before.
    void begin(SignInPage page);

    /// What the page says above all else, but for the welcome page.
    void showHeading(SignInPage page, SignInHeading &heading) const;

    /// Follow the controller.
    void showProvider();
    void showWays();
    void showProgress();
    void showToken();

    /// Where Enter starts the next way.
    void focusWays();

    /// Paints what may come after the first paint.
    void finishStart();

Q_SIGNALS:
    void demoRequested();

private:
    void connectFirstPages();
    void connectAttempt();
    SteadyPage *widgetOf(SignInPage page) const;

    SignInController &m_controller;
    WelcomePage *m_welcome;
    WaysPage *m_ways;
    TokenPage *m_token;
    HostPage *m_host;
    ConnectPage *m_connect;
    ConfirmPage *m_confirm;
    ProgressPage *m_progress;
};
