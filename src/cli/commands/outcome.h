// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace cli {

/// Exit codes that scripts rely on.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, NobodySignedIn = 4 };

/// How a command ended.
struct Outcome
{
    QString out = {}; ///< For standard output, as it is.
    QString err = {}; ///< For standard error: sentences, without the program's name; a line break between two lines.
    ExitCode code = Done;
};

} // namespace cli
