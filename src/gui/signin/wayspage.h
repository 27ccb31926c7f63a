// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/signinway.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace Ui {
class WaysPage;
}

/// The ways to sign in that a provider offers, the best one for this computer first and large.
class WaysPage : public QWidget
{
    Q_OBJECT

public:
    explicit WaysPage(QWidget *parent = nullptr);
    ~WaysPage() override;

    /// Whose sign-in SignInWay::GitHubCli uses.
    void setCliLogin(const QString &login);

    void setWays(const QList<WayState> &ways);

    /// Why the login view cannot start on this computer, for the tool tip of its button.
    void setLoginViewError(const QString &error);

    /// Focuses the way that Enter is to start; nothing: the first one.
    void focusWay(std::optional<SignInWay> way);

Q_SIGNALS:
    void wayRequested(SignInWay way);

private:
    QPushButton *buttonFor(SignInWay way) const;
    void arrange(const WayState &state, int place);

    std::unique_ptr<Ui::WaysPage> m_ui;
    QList<WayState> m_ways; ///< Those that are shown.
};
