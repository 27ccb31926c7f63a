// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"

namespace diagnosis {

/// What the login view says about itself.
struct LoginViewFindings
{
    Finding engine;
    Finding sandbox;
};

/// Asks the login view's program for the version of its engine, and whether its sandbox works here. Starts no engine.
void askLoginView(const QString &program, QObject *context, std::function<void(const LoginViewFindings &)> receiver);

} // namespace diagnosis
