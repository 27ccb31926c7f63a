// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/appliedchoices.h"
#include "cli/options.h"
#include "http/trust.h"
#include "processes/otherprocess.h"
#include "processes/singleinstance.h"
#include "provider/providercatalog.h"
#include "session/keychain/keychaintokenstore.h"
#include "session/keychain/memorytokenstore.h"
#include "session/storage/accountregistry.h"
#include "session/storage/accountstorage.h"
#include "session/storage/paths.h"

#include <QTemporaryDir>

#include <memory>

class OwnRegistrations;
class ProviderChoice;
class Session;

/// One run of Latchkey: chooses the provider and the account, and does what the options ask for, in a window or in the
/// terminal.
class Program
{
public:
    explicit Program(const cli::Options &options);

    bool hasWindow() const { return m_options.command == cli::Options::Command::OpenWindow; }

    /// Hands over to a running window, if there is one, and returns the exit code. Comes before the application is made: a
    /// later start needs no display, and Qt would take the activation token from the environment.
    std::optional<int> handOver(const QStringList &arguments);

    /// Makes ready for a first window. Needs an application.
    void prepareWindow();

    /// If the running window does not answer, offers to end it, and then takes its place. Returns the exit code if it does not.
    /// Needs an application.
    std::optional<int> replaceHung();

    /// Runs to the end and returns the exit code. Needs an application.
    int run();

private:
    std::optional<int> readRole(const Result<processes::SingleInstance::Role> &role);
    int runAt(const Provider &provider, const std::optional<AccountRecord> &account, ProviderCatalog &catalog,
              ProviderChoice &choice);
    int runInTerminal(const Provider &provider, const std::optional<AccountRecord> &account, const ProviderCatalog &catalog,
                      const OwnRegistrations &registrations);
    int openWindow(const Provider &provider, ProviderCatalog &catalog, ProviderChoice &choice,
                   OwnRegistrations &registrations);
    int diagnose(const Provider &provider);

    TokenStore &store();

    const cli::Options m_options;
    const std::unique_ptr<QTemporaryDir> m_folder; ///< Of a demo that keeps nothing; null otherwise.
    const Paths m_paths;
    http::Trust m_trust; ///< Of run().
    AccountRegistry m_registry;
    std::optional<processes::SingleInstance> m_instance; ///< Only with a window.
    processes::Start m_start; ///< Likewise.
    std::optional<processes::OtherProcess> m_hung; ///< The window that does not answer.
    std::optional<Preferences> m_preferences; ///< Only with a window.
    std::optional<AppliedChoices> m_choices; ///< Likewise.
    KeychainTokenStore m_store;
    MemoryTokenStore m_memory; ///< In its place for a demo that keeps nothing.
    AccountStorage m_storage{store(), m_registry, m_paths};
};
