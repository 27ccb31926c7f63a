// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class LinkButton;
class QHBoxLayout;

/// The ways out of a page, in a line above it: back, back to an account that is signed in, and out of the demo.
class SignInBar : public QWidget
{
    Q_OBJECT

public:
    explicit SignInBar(QWidget *parent = nullptr);

    /// Offers to go back to the account with this login; nothing: there is no such account. To be followed by showBack().
    void offerAccount(const std::optional<QString> &login);
    bool offersAccount() const;

    /// Offers to leave the demo for the person's own window.
    void offerRealSignIn();

    /// Shows or hides the way back. Escape takes it; on the first page it takes the one to the account.
    void showBack(bool isShown, bool isFirstPage);

Q_SIGNALS:
    void backRequested();
    void accountRequested();
    void realSignInRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    LinkButton *m_back;
    LinkButton *m_backToAccount;
    QHBoxLayout *m_layout;
};
