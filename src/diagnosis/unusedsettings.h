// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"

#include <QStringList>

namespace diagnosis {

/// Finds what Git and curl obey and Latchkey does not: variables of the environment, and keys of Git's configuration. Names
/// them without their values, which may have passwords. `git` is the program that is asked; without it, only variables count.
void findUnusedSettings(const QString &git, QObject *context, Teller teller);

/// All variables and all keys that are looked for.
QStringList unusedVariables();
QStringList unusedGitKeys();

} // namespace diagnosis
