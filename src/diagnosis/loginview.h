// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"

namespace diagnosis {

/// What the login view says of itself.
struct LoginViewFindings
{
    Finding engine;
    Finding sandbox;
};

/// Asks the login view's program for its engine's version, and whether it can do its work safely here; no engine is
/// started for that.
void askLoginView(const QString &program, QObject *context, std::function<void(const LoginViewFindings &)> receiver);

} // namespace diagnosis
