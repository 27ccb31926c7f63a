// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Signs out of all accounts, and where a server can do so takes back all that was ever granted to Latchkey there.
class SignOutEverywhere : public QObject
{
    Q_OBJECT

public:
    SignOutEverywhere(const ProviderCatalog &catalog, const AccountRegistry &registry, const OwnRegistrations &registrations,
                      Session &session)
        : m_catalog(catalog), m_registry(registry), m_registrations(registrations), m_session(session)
    {}

    /// A line for each account on how it went, and Done, NobodySignedIn or, where it did not work for one of them, Failed.
    using Printer = std::function<void(const QString &lines, ExitCode code)>;
    void start(Printer printer);

private:
    void next();
    void signOut(const AccountRecord &account);
    void signOutRestored(const AccountRecord &account);
    void stop(const QString &error);
    void finish(const AccountRecord &account, const QString &error);

    const ProviderCatalog &m_catalog;
    const AccountRegistry &m_registry;
    const OwnRegistrations &m_registrations;
    Session &m_session;
    QList<AccountRecord> m_left;
    QStringList m_lines;
    ExitCode m_code = Done;
    Printer m_printer;
};

} // namespace cli
