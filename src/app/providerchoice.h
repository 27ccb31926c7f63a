// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "provider/providercatalog.h"
#include "session/storage/accountregistry.h"

#include <QDir>

#include <optional>
#include <variant>

/// Finds the provider that a start is about.
class ProviderChoice
{
public:
    ProviderChoice(ProviderCatalog &catalog, AccountRegistry &registry) : m_catalog(catalog), m_registry(registry) {}

    /// The provider of the account, else the one that the options name, else the last one, else GitHub.
    std::variant<Provider, ProviderProblem> choose(const cli::Options &options, const std::optional<AccountRecord> &account);

    /// The provider with this id, or of this file in `folder`. Remembers a file: the next start, which does not name it, must
    /// find the provider of the account.
    std::variant<Provider, ProviderProblem> open(const QString &idOrFile, const QDir &folder = QDir::current());

private:
    ProviderCatalog &m_catalog;
    AccountRegistry &m_registry;
};
