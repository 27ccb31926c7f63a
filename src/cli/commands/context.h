// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/session.h"

#include <optional>

namespace cli {

/// What commands on sessions work with. All of it outlives the command.
struct Context
{
    Session &session; ///< Signed out, at the provider that the command line is about.
    const ProviderCatalog &catalog;
    const AccountRegistry &registry;
    const OwnRegistrations &registrations;
    std::optional<AccountRecord> account = {}; ///< The one that the command line names. Nothing: the one that was shown last.
};

/// Continues the session of the context's account. Returns at once; the session says by its state how it went.
inline void restore(const Context &context)
{
    context.account ? context.session.restoreAccount(*context.account) : context.session.restore();
}

} // namespace cli
