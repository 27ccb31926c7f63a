// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providercatalog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace {

/// A provider file is a few hundred bytes; what is far larger is something else.
constexpr qint64 maximumFileSize = 64 * 1024;

std::variant<Provider, ProviderProblem> readFile(const QString &path, ClientIdRule clientIdRule)
{
    const auto problem = [&](const QString &reason) { return ProviderProblem{path, {}, reason}; };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(file.errorString());
    if (file.size() > maximumFileSize)
        return problem(QCoreApplication::translate("ProviderFile", "is too large for a provider file"));
    return readProviderFile(file.readAll(), path, clientIdRule);
}

} // namespace

ProviderCatalog::ProviderCatalog(const QStringList &folders)
{
    const QStringList pattern{QStringLiteral("*.json")};
    for (const QString &folder : folders) {
        const QFileInfoList files = QDir(folder).entryInfoList(pattern, QDir::Files, QDir::Name);
        for (const QFileInfo &file : files)
            load(file.filePath(), ClientIdRule::Required);
    }
    const QFileInfoList builtIn = QDir(QStringLiteral(":/providers")).entryInfoList(pattern, QDir::Files, QDir::Name);
    for (const QFileInfo &file : builtIn)
        load(file.filePath(), ClientIdRule::Optional);
}

void ProviderCatalog::add(const Provider &provider)
{
    m_providers.prepend(provider);
}

void ProviderCatalog::load(const QString &path, ClientIdRule clientIdRule)
{
    const auto outcome = readFile(path, clientIdRule);
    if (const auto *problem = std::get_if<ProviderProblem>(&outcome)) {
        m_problems.append(*problem);
        return;
    }
    Provider provider = std::get<Provider>(outcome);
    if (find(provider.id))
        return;
    if (!provider.hasClientId() && provider.id == QLatin1String("github"))
        provider.client.clientId = QStringLiteral(LATCHKEY_GITHUB_CLIENT_ID);
    m_providers.append(provider);
}

std::optional<Provider> ProviderCatalog::find(const QString &id) const
{
    for (const Provider &provider : m_providers) {
        if (provider.id == id)
            return provider;
    }
    return std::nullopt;
}

std::variant<Provider, ProviderProblem> ProviderCatalog::open(const QString &idOrFile) const
{
    if (const auto provider = find(idOrFile))
        return *provider;
    if (QFileInfo::exists(idOrFile))
        return readFile(idOrFile, ClientIdRule::Required);
    QStringList ids;
    for (const Provider &provider : m_providers)
        ids.append(provider.id);
    return ProviderProblem{idOrFile, {}, QCoreApplication::translate("ProviderFile",
                               "is neither a file nor a known provider (known: %1)").arg(ids.join(QStringLiteral(", ")))};
}

QStringList providerFolders()
{
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    for (QString &folder : folders)
        folder += QStringLiteral("/latchkey/providers");
    return folders;
}
