// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/gitmessage.h"
#include "cli/options.h"
#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Git's credential helper: lets `git push` use the session. Git asks every helper for every host, so what is not ours is
/// answered with nothing and without an error.
class GitCredential : public QObject
{
    Q_OBJECT

public:
    GitCredential(const ProviderCatalog &catalog, const AccountRegistry &registry, const OwnRegistrations &registrations,
                  Session &session)
        : m_catalog(catalog), m_registry(registry), m_registrations(registrations), m_session(session)
    {}

    /// What Git is to read, what the person is to read, and Done or Failed.
    using Printer = std::function<void(const QString &answer, const QString &error, ExitCode code)>;

    /// `operation` is `get`, `store` or `erase`; others are of a newer Git, and ignored. A message that cannot be read gets
    /// no answer.
    void start(const QString &operation, const Result<GitMessage> &message, Printer printer);

private:
    std::optional<AccountRecord> accountAtHost() const;
    void restore(const AccountRecord &record);
    void useRestored(const AccountRecord &record);
    void answer(const Result<QString> &token);
    void replace(const Result<QString> &token);
    void finishLater(const QString &error = {});
    void finish(const QString &answer = {}, const QString &error = {});

    const ProviderCatalog &m_catalog;
    const AccountRegistry &m_registry;
    const OwnRegistrations &m_registrations;
    Session &m_session;
    QString m_operation;
    GitMessage m_message;
    Printer m_printer;
};

} // namespace cli
