// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "cli/commands/context.h"
#include "cli/options.h"

#include <memory>

namespace cli {

/// The command on sessions that the options ask for: sign-in, sign-out, token or git-credential. Reads what it needs from
/// standard input, and waits for it, so nothing may be under way. `machine` is the one that the terminal is on.
std::unique_ptr<Command> makeCommand(const Options &options, const Context &context, const Machine &machine);

} // namespace cli
