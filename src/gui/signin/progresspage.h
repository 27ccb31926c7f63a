// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/signin.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ProgressPage;
}

/// The attempt under way: what it waits for, the link of the page that is open, and the code that is on offer, alone or
/// beside the page.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPage(QWidget *parent = nullptr);
    ~ProgressPage() override;

    /// While there is no attempt, something else is waited for.
    void showWaiting(const QString &text);

    void showAttempt(const SignIn &attempt);

    /// The code was the only way, and has run out.
    void showExpiredCode(const QString &text);

    /// The page has not come back, and there are no codes.
    void pointOutLink();

    /// Says that the link of the attempt is on the clipboard.
    void noteCopied();

    /// Puts the focus where the person goes on who has not begun here.
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
