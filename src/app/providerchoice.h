// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "provider/providercatalog.h"
#include "session/storage/accountregistry.h"

#include <QDir>

#include <optional>
#include <variant>

/// Which provider a start is about.
class ProviderChoice
{
public:
    ProviderChoice(ProviderCatalog &catalog, AccountRegistry &registry) : m_catalog(catalog), m_registry(registry) {}

    /// The account's, the one that the options name, the one that was used last, or GitHub.
    std::variant<Provider, ProviderProblem> choose(const cli::Options &options, const std::optional<AccountRecord> &account);

    /// The one that a person names in a folder. A file of theirs is remembered, so that who signs in by it stays so at the
    /// next start, which does not name it.
    std::variant<Provider, ProviderProblem> open(const QString &idOrFile, const QDir &folder = QDir::current());

private:
    ProviderCatalog &m_catalog;
    AccountRegistry &m_registry;
};
