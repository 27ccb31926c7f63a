// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Signs out without a window.
class SignOut : public QObject
{
    Q_OBJECT

public:
    /// Of this account, or of the one that was shown last.
    explicit SignOut(Session &session, const std::optional<AccountRecord> &account = {})
        : m_session(session), m_account(account)
    {}

    /// A sentence on how it went, and Done, NobodySignedIn or Failed.
    using Printer = std::function<void(const QString &sentence, ExitCode code)>;
    void start(Printer printer);

private:
    void signOutRestored();

    Session &m_session;
    const std::optional<AccountRecord> m_account;
    Printer m_printer;
};

} // namespace cli
