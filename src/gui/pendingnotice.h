// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/accounttasks.h"

#include <QCoreApplication>

class MainWindow;
class SignInController;

/// What the person is to be told as soon as there is a window to tell it in.
class PendingNotice
{
    Q_DECLARE_TR_FUNCTIONS(PendingNotice)

public:
    /// A later notice comes below the text of an earlier one that nobody has seen.
    void add(const Notice &notice);

    /// Tells it, once.
    void showIn(SignInController &signIn);
    void showIn(MainWindow &window);

private:
    std::optional<Notice> m_notice;
};
