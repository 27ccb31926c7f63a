// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "cli/commands/context.h"

namespace cli {

/// Signs one account out. NobodySignedIn, or Failed if something of the account is left here or at the server.
class SignOut : public Command
{
    Q_OBJECT

public:
    explicit SignOut(const Context &context) : m_context(context) {}

private:
    void start() override;
    void useRestored();
    void signOut();

    const Context m_context;
};

} // namespace cli
