// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "processes/singleinstance.h"
#include "provider/providercatalog.h"
#include "session/storage/accountregistry.h"
#include "session/storage/keychaintokenstore.h"
#include "session/storage/paths.h"

class OwnRegistrations;
class ProviderChoice;
class Session;

/// One start of Latchkey: finds out at which provider and for which account, and does there what the options ask for, in a
/// window or in the terminal.
class Program
{
public:
    explicit Program(const cli::Options &options);

    bool hasWindow() const { return m_options.command == cli::Options::Command::OpenWindow; }

    /// Before there is an application: a later start needs no display, and its activation token is still to be read. The
    /// exit code where a window that is there already takes over.
    std::optional<int> handOver(const QStringList &arguments);

    /// Needs an application, and ends with it. Returns the exit code.
    int run();

private:
    int runAt(const Provider &provider, const std::optional<AccountRecord> &account, ProviderCatalog &catalog,
              ProviderChoice &choice);
    int runInTerminal(const Provider &provider, const std::optional<AccountRecord> &account, const ProviderCatalog &catalog,
                      const OwnRegistrations &registrations);
    int openWindow(const Provider &provider, ProviderCatalog &catalog, ProviderChoice &choice,
                   OwnRegistrations &registrations);
    int diagnose(const Provider &provider);

    const cli::Options m_options;
    const Paths m_paths;
    AccountRegistry m_registry;
    std::optional<processes::SingleInstance> m_instance; ///< Of a window.
    KeychainTokenStore m_store;
};
