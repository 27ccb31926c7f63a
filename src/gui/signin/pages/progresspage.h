// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"
#include "session/signin.h"

class DeviceCodeView;
class LinkButton;
class NumberedStep;
class PrimaryButton;
class QLabel;
class QProgressBar;
class QPushButton;

/// Shows the attempt under way: what it waits for, the steps of the person, the link of the open page, and the device code,
/// alone or beside the page.
class ProgressPage : public SteadyPage
{
    Q_OBJECT

public:
    explicit ProgressPage(QWidget *parent = nullptr);

    /// Says what the window waits for while there is no attempt.
    void showWaiting(const QString &text);

    void showAttempt(const SignIn &attempt);

    /// Says that the code has expired, and offers a new one. For attempts without a page.
    void showExpiredCode(const QString &text);

    /// Asks the person to use the link, since the page has not come back and there are no codes.
    void pointOutLink();

    /// Shows that the link of the attempt is on the clipboard.
    void noteCopied();

    /// Prepares for a new attempt, and takes the focus.
    void begin();

Q_SIGNALS:
    void cancelRequested();
    void codeRequested();
    void linkRequested();
    void pageRequested(const QUrl &page);

private:
    void addParts();
    void showCode(const SignIn &attempt);
    void showSteps(const SignIn &attempt, bool isPageOpen);
    void showLink(bool isShown);
    void showCodeView(bool isShown);

    QLabel *m_label;
    QProgressBar *m_bar;
    QWidget *m_steps;
    NumberedStep *m_signInStep;
    NumberedStep *m_allowStep;
    DeviceCodeView *m_code;
    LinkButton *m_link;
    LinkButton *m_codeBeside;
    PrimaryButton *m_open;
    PrimaryButton *m_newCode;
    QPushButton *m_cancel;
    bool m_isCopied = false;
};
