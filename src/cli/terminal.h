// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/gitcredential.h"
#include "cli/options.h"
#include "cli/printtoken.h"
#include "cli/signout.h"
#include "cli/signouteverywhere.h"
#include "cli/terminalsignin.h"

namespace cli {

/// A command that works on a session, between standard input and output. It ends the program with its exit code.
class Terminal
{
public:
    /// `account` is the one that the options name; nothing: the one that was shown last. `prefersCode` is true where no
    /// browser will open on this machine.
    Terminal(const Options &options, const ProviderCatalog &catalog, const AccountRegistry &registry,
             const OwnRegistrations &registrations, Session &session, const std::optional<AccountRecord> &account,
             bool prefersCode);

    /// Reads what the command gets on standard input. Waits for it, so nothing may be under way.
    void readInput();

    void start();

    /// Ends the command early: it has failed, unless it is about to be done.
    void interrupt();

private:
    void signIn();
    Options::Method method() const;

    const Options m_options;
    const bool m_prefersCode;
    Session &m_session;
    Result<QString> m_token = QString(); ///< From standard input.
    Result<GitMessage> m_gitMessage = GitMessage();
    SignOut m_signOut;
    SignOutEverywhere m_signOutEverywhere;
    PrintToken m_printToken;
    TerminalSignIn m_signIn;
    PrintedUserAgent m_browser;
    GitCredential m_gitCredential;
};

} // namespace cli
