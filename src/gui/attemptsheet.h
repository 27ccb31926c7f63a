// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/sheet.h"

class SignInWindow;

/// A sign-in to an account that stays signed in meanwhile, over its main window: for more scopes, or because the server asks
/// for it.
class AttemptSheet : public Sheet
{
    Q_OBJECT

public:
    /// Takes over `signIn`.
    AttemptSheet(SignInWindow *signIn, const QString &title, QWidget *window);
};
