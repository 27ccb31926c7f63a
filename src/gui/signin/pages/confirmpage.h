// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/pages/steadypage.h"

class Avatar;
class PrimaryButton;
class QLabel;
class SignIn;

/// Shows whose token it is and what it may do, before it is kept.
class ConfirmPage : public SteadyPage
{
    Q_OBJECT

public:
    explicit ConfirmPage(QWidget *parent = nullptr);

    /// Shows an attempt at SignIn::Step::Confirming.
    void show(const SignIn &attempt);
    using SteadyPage::show;

    /// Puts the focus on the button that goes on.
    void begin();

Q_SIGNALS:
    void confirmed();

private:
    void showPermissions(const QStringList &scopes, const QStringList &missing);
    void addLine(bool isAllowed, const QString &text);

    Avatar *m_avatar;
    QLabel *m_name;
    QLabel *m_login;
    QWidget *m_permissions;
    QLabel *m_expiry;
    PrimaryButton *m_keep;
};
