// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "cli/commands/context.h"
#include "cli/commands/gitmessage.h"

#include <functional>

namespace cli {

/// Git's credential helper: lets `git push` use the session (gitcredentials(7)). Git asks every helper about every host, so
/// a host that is not ours gets no answer and no error.
class GitCredential : public Command
{
    Q_OBJECT

public:
    /// `operation` is `get`, `store` or `erase`; newer versions of Git may have others, which are ignored. A message that
    /// cannot be read gets no answer.
    GitCredential(const Context &context, const QString &operation, const Result<GitMessage> &message);

private:
    void start() override;
    /// `logins` gives those that an account answers to.
    std::optional<AccountRecord> accountAtHost(const std::function<QStringList(const AccountRecord &)> &logins) const;
    bool isWanted(const QStringList &logins) const;
    std::optional<AccountRecord> account() const;
    void restore(const AccountRecord &record);
    void useRestored(const AccountRecord &record);
    void answer(const Result<QString> &token);
    void replace(const Result<QString> &token);
    void end(const QString &answer = {}, const QString &error = {});

    const Context m_context;
    const QString m_operation;
    const Result<GitMessage> m_message;
};

} // namespace cli
