// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "session/storage/accountregistry.h"

#include <optional>

namespace cli {

/// The account that the command line means. Nothing if it names none. An outcome if the name fits no account, or several.
std::variant<std::optional<AccountRecord>, Outcome> chooseAccount(const Options &options, const QList<AccountRecord> &accounts);

} // namespace cli
