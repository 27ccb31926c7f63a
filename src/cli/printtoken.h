// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Gives a script an access token that is valid now.
class PrintToken : public QObject
{
    Q_OBJECT

public:
    /// Of this account, or of the one that was shown last.
    explicit PrintToken(Session &session, const std::optional<AccountRecord> &account = {})
        : m_session(session), m_account(account)
    {}

    /// The token and nothing else, or a sentence on why there is none; Done, NobodySignedIn or Failed.
    using Printer = std::function<void(const QString &token, const QString &error, ExitCode code)>;
    void start(Printer printer);

private:
    void useRestored();
    void finish(const QString &token, const QString &error, ExitCode code);

    Session &m_session;
    const std::optional<AccountRecord> m_account;
    bool m_wasSignedIn = false;
    Printer m_printer;
};

} // namespace cli
