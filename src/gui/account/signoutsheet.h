// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/sheet.h"

class Account;

/// Asks once before the person is signed out, and says what becomes of the access.
class SignOutSheet : public Sheet
{
    Q_OBJECT

public:
    SignOutSheet(const Account &account, QWidget *window);

    /// What signing out does to the access at the server.
    static QString consequence(const Account &account);

Q_SIGNALS:
    void confirmed();
};
