// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "cli/commands/context.h"

namespace cli {

/// Prints an access token that is valid now, for a script, and nothing else. NobodySignedIn also after the server has ended
/// the session. Failed if there is no token, and if there is one that a refresh gave and that could not be stored.
class PrintToken : public Command
{
    Q_OBJECT

public:
    explicit PrintToken(const Context &context) : m_context(context) {}

private:
    void start() override;
    void useRestored();
    void print(const Result<QString> &token);
    void end(const Outcome &outcome);

    const Context m_context;
    bool m_wasSignedIn = false;
};

} // namespace cli
