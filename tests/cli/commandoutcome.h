// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"

#include <QTest>

#include <optional>

/// Runs a command to its end. The code is -1 if it ends from inside the call, or not at all.
inline cli::Outcome outcomeOf(cli::Command &command)
{
    std::optional<cli::Outcome> outcome;
    command.run([&](const cli::Outcome &end) { outcome = end; });
    const bool isEarly = outcome.has_value();
    if (isEarly || !QTest::qWaitFor([&] { return outcome.has_value(); }, 20000))
        return {.err = QStringLiteral("did not end as it should"), .code = cli::ExitCode(-1)};
    return *outcome;
}
