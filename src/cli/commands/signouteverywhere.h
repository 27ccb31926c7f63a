// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "cli/commands/context.h"

namespace cli {

/// Signs out of all accounts, one after the other, and asks servers that can do so to revoke all that was ever granted to
/// Latchkey. Tells a line for each account. NobodySignedIn, or Failed if it did not work for one of them.
class SignOutEverywhere : public Command
{
    Q_OBJECT

public:
    explicit SignOutEverywhere(const Context &context) : m_context(context) {}

private:
    void start() override;
    void nextLater();
    void next();
    void signOut(const AccountRecord &account);
    void useRestored(const AccountRecord &account);
    void addError(const QString &error);
    void addError(const AccountRecord &account, const QString &error);

    const Context m_context;
    QList<AccountRecord> m_left;
    Outcome m_outcome;
};

} // namespace cli
