// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"
#include "cli/context.h"
#include "cli/options.h"

#include <memory>
#include <variant>

namespace cli {

/// The command on sessions that the options ask for: sign-in, sign-out, token or git-credential. Reads what it needs from
/// standard input, and waits for it, so nothing may be under way. An outcome if that input is wrong. `machine` is the
/// one that the terminal is on.
std::variant<std::unique_ptr<Command>, Outcome> makeCommand(const Options &options, const Context &context,
                                                            const Machine &machine);

} // namespace cli
