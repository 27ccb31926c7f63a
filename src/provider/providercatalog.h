// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providerfile.h"

#include <QList>
#include <QStringList>

#include <optional>

/// The providers that there are: from the user's files, then the system's, then built in. The first with an id wins.
class ProviderCatalog
{
public:
    /// Reads all `*.json` in the folders, which need not exist, in their order, and then the built-in ones. A file that
    /// is wrong is a problem; the others still load.
    explicit ProviderCatalog(const QStringList &folders);

    /// Adds one that is not from a file, before all others.
    void add(const Provider &provider);

    const QList<Provider> &providers() const { return m_providers; }
    const QList<ProviderProblem> &problems() const { return m_problems; }

    std::optional<Provider> find(const QString &id) const;

    /// What a person names on the command line: an id, or the path of a provider file.
    std::variant<Provider, ProviderProblem> open(const QString &idOrFile) const;

private:
    void load(const QString &path, ClientIdRule clientIdRule);

    QList<Provider> m_providers;
    QList<ProviderProblem> m_problems;
};

/// The folders for provider files, the user's first: `latchkey/providers` in the configuration folders.
QStringList providerFolders();
