// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/signin.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProgressPage;
}

/// Shows the attempt under way: what it waits for, the link of the open page, and the device code, alone or beside the
/// page.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPage(QWidget *parent = nullptr);
    ~ProgressPage() override;

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
    void showCode(const SignIn &attempt);
    void showLink(bool isShown);

    std::unique_ptr<Ui::ProgressPage> m_ui;
    bool m_isCopied = false;
};
