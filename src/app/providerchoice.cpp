// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/providerchoice.h"

#include <QCoreApplication>
#include <QFileInfo>

std::variant<Provider, ProviderProblem> ProviderChoice::choose(const cli::Options &options,
                                                               const std::optional<AccountRecord> &account)
{
    if (account)
        return m_catalog.open(account->providerId);
    if (options.isDemo)
        return m_catalog.open(QStringLiteral("demo"));
    if (!options.provider.isEmpty())
        return open(options.provider);
    const auto active = m_registry.active();
    const QString lastId = active ? active->providerId : m_registry.providerId();
    const auto last = m_catalog.open(lastId);
    if (!lastId.isEmpty() && std::holds_alternative<Provider>(last))
        return last;
    return m_catalog.open(QStringLiteral("github"));
}

std::variant<Provider, ProviderProblem> ProviderChoice::open(const QString &idOrFile, const QDir &folder)
{
    const QFileInfo file(folder, idOrFile);
    if (m_catalog.find(idOrFile) || !file.isFile())
        return m_catalog.open(idOrFile);
    const auto opened = m_catalog.open(file.absoluteFilePath());
    if (const auto *provider = std::get_if<Provider>(&opened)) {
        // Tokens of one server must not go to another server that uses the same id.
        const auto account = m_registry.lastOf(provider->id);
        if (account && account->host != provider->host())
            return ProviderProblem{idOrFile, QStringLiteral("id"),
                                   QCoreApplication::translate("ProviderFile", "is that of %1, where you are signed in")
                                       .arg(account->host)};
        m_registry.setProviderFile(provider->id, file.absoluteFilePath());
        m_catalog.add(*provider);
    }
    return opened;
}
