// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providercatalog.h"

#include "provider/translate.h"
#include "result/jsonobject.h"
#include "result/printabletext.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace {

/// A provider file has a few hundred bytes. A far larger file is something else.
constexpr qint64 maximumFileSize = 64 * 1024;

const auto idKey = QStringLiteral("id");
const auto gitHubId = QStringLiteral("github");

using provider::tr;

std::variant<QJsonObject, ProviderProblem> readFile(const QString &path)
{
    const auto problem = [&](const QString &reason) { return ProviderProblem{path, {}, reason}; };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(file.errorString());
    if (file.size() > maximumFileSize)
        return problem(tr("is too large for a provider file"));
    const Result<QJsonObject> content = readJsonObject(file.readAll());
    if (!content)
        return problem(content.error().detail);
    return *content;
}

/// The kind of server at a host, for a person who just says GitHub.
QString gitHubKindAt(const QString &host)
{
    const bool isInTheCloud = host.trimmed().endsWith(QLatin1String(".ghe.com"), Qt::CaseInsensitive);
    return isInTheCloud ? QStringLiteral("ghe") : QStringLiteral("ghes");
}

} // namespace

QString ProviderCatalog::builtInGitHubClientId()
{
    return QStringLiteral(LATCHKEY_GITHUB_CLIENT_ID);
}

ProviderCatalog::ProviderCatalog(const QStringList &folders, const QStringList &ownFiles, const QString &gitHubClientId)
    : m_gitHubClientId(gitHubClientId)
{
    const QStringList pattern{QStringLiteral("*.json")};
    QList<File> files;
    for (const QString &file : ownFiles)
        read(file, ClientIdRule::Required, files);
    for (const QString &folder : folders) {
        const QFileInfoList found = QDir(folder).entryInfoList(pattern, QDir::Files, QDir::Name);
        for (const QFileInfo &file : found)
            read(file.filePath(), ClientIdRule::Required, files);
    }
    const QFileInfoList builtIn = QDir(QStringLiteral(":/providers")).entryInfoList(pattern, QDir::Files, QDir::Name);
    for (const QFileInfo &file : builtIn)
        read(file.filePath(), ClientIdRule::Optional, m_builtIn);
    for (const File &file : std::as_const(files))
        load(file);
    for (const File &file : std::as_const(m_builtIn))
        load(file);
}

void ProviderCatalog::add(const Provider &provider)
{
    m_providers.removeIf([&](const Provider &other) { return other.id == provider.id; });
    m_providers.prepend(provider);
}

QList<ProviderProblem> ProviderCatalog::notices() const
{
    QList<ProviderProblem> notices;
    for (const Provider &provider : m_providers) {
        for (const QString &key : provider.ignoredKeys)
            notices.append({provider.id, printableText(key), tr("is not known, and is ignored")});
    }
    return notices;
}

/// Loads templates immediately, because an earlier file may be a registration at a host of one.
void ProviderCatalog::read(const QString &path, ClientIdRule clientIdRule, QList<File> &files)
{
    const auto content = readFile(path);
    if (const auto *problem = std::get_if<ProviderProblem>(&content)) {
        m_problems.append(*problem);
        return;
    }
    const auto &file = std::get<QJsonObject>(content);
    if (!ProviderTemplate::isTemplate(file)) {
        files.append({path, file, clientIdRule});
        return;
    }
    const auto outcome = ProviderTemplate::read(file, path);
    if (const auto *problem = std::get_if<ProviderProblem>(&outcome)) {
        m_problems.append(*problem);
        return;
    }
    const auto &found = std::get<ProviderTemplate>(outcome);
    if (findTemplate(found.id()))
        return;
    m_templates.append(found);
    if (found.defaultHost().isEmpty())
        return;
    QJsonObject atDefault = std::get<QJsonObject>(found.fileAt(found.defaultHost()));
    atDefault.insert(idKey, found.id());
    m_builtIn.append({path, atDefault, ClientIdRule::Optional});
}

void ProviderCatalog::load(const File &file)
{
    const QJsonObject content = namesServer(file.content) ? file.content : completed(file.content).value_or(file.content);
    const auto outcome = readProviderFile(content, file.path, file.clientIdRule);
    if (const auto *problem = std::get_if<ProviderProblem>(&outcome)) {
        m_problems.append(*problem);
        return;
    }
    Provider provider = std::get<Provider>(outcome);
    if (find(provider.id))
        return;
    if (!provider.hasClientId() && provider.id == gitHubId)
        provider.client.clientId = m_gitHubClientId;
    m_providers.append(provider);
}

/// The file of a known server, with the person's registration merged in; nothing for an unknown server.
std::optional<QJsonObject> ProviderCatalog::completed(const QJsonObject &registration) const
{
    const QString id = registration.value(idKey).toString();
    const auto at = id.indexOf(QLatin1Char('@'));
    if (at > 0) {
        const auto base = fileAt(id.left(at), id.mid(at + 1));
        const auto *file = std::get_if<QJsonObject>(&base);
        return file ? std::optional(merged(*file, registration)) : std::nullopt;
    }
    for (const File &file : m_builtIn) {
        if (file.content.value(idKey).toString() == id)
            return merged(file.content, registration);
    }
    return std::nullopt;
}

const ProviderTemplate *ProviderCatalog::findTemplate(const QString &id) const
{
    const auto found = std::find_if(m_templates.begin(), m_templates.end(),
                                    [&](const ProviderTemplate &one) { return one.id() == id; });
    return found == m_templates.end() ? nullptr : &*found;
}

std::optional<Provider> ProviderCatalog::find(const QString &id) const
{
    for (const Provider &provider : m_providers) {
        if (provider.id == id)
            return provider;
    }
    return std::nullopt;
}

std::variant<QJsonObject, ProviderProblem> ProviderCatalog::fileAt(const QString &templateId, const QString &host) const
{
    const bool isAnyGitHub = templateId == gitHubId || templateId == gitHubKindAt({});
    const ProviderTemplate *found = findTemplate(isAnyGitHub ? gitHubKindAt(host) : templateId);
    if (!found)
        return unknown(templateId);
    return found->fileAt(host);
}

std::variant<Provider, ProviderProblem> ProviderCatalog::at(const QString &templateId, const QString &host) const
{
    // People look for GitHub itself among the Enterprise servers, too.
    const auto atHome = find(templateId == gitHubKindAt({}) ? gitHubId : templateId);
    if (atHome && atHome->host() == host.trimmed().toLower())
        return *atHome;
    const auto file = fileAt(templateId, host);
    if (const auto *problem = std::get_if<ProviderProblem>(&file))
        return *problem;
    const auto &content = std::get<QJsonObject>(file);
    if (const auto registered = find(content.value(idKey).toString()))
        return *registered;
    return readProviderFile(content, host, ClientIdRule::Optional);
}

std::variant<Provider, ProviderProblem> ProviderCatalog::atAddress(const QString &templateId, const QString &address) const
{
    const ProviderTemplate *found = findTemplate(templateId);
    if (templateId == gitHubId || templateId == gitHubKindAt({}))
        return at(templateId, hostInAddress(address));
    return at(templateId, found && found->isForAnyIssuer() ? address : addressWithoutScheme(address));
}

Provider ProviderCatalog::withIssuer(const Provider &provider, const QUrl &issuer) const
{
    const QString kind = provider.id.section(QLatin1Char('@'), 0, 0);
    const ProviderTemplate *found = provider.id.contains(QLatin1Char('@')) ? findTemplate(kind) : nullptr;
    if (found && found->isForAnyIssuer()) {
        const auto other = at(kind, issuer.toString(QUrl::FullyEncoded));
        if (const auto *atIssuer = std::get_if<Provider>(&other)) {
            Provider named = *atIssuer;
            named.client = provider.client;
            named.hasSecretInKeychain = false;
            return named;
        }
    }
    Provider named = provider;
    named.server.issuer = issuer;
    return named;
}

std::variant<Provider, ProviderProblem> ProviderCatalog::open(const QString &idOrFile) const
{
    if (const auto provider = find(idOrFile))
        return *provider;
    if (idOrFile.startsWith(QLatin1String("https://")) || idOrFile.startsWith(QLatin1String("http://")))
        return at(QStringLiteral("openid"), idOrFile);
    if (QFileInfo::exists(idOrFile)) {
        const auto content = readFile(idOrFile);
        if (const auto *problem = std::get_if<ProviderProblem>(&content))
            return *problem;
        const auto &file = std::get<QJsonObject>(content);
        if (ProviderTemplate::isTemplate(file))
            return ProviderProblem{idOrFile, {}, tr("has {host} in it. Put it into the folder for provider files, and name it "
                                                    "with a host: “gitlab@git.example.org”")};
        return readProviderFile(file, idOrFile);
    }
    const auto at = idOrFile.indexOf(QLatin1Char('@'));
    return at > 0 ? this->at(idOrFile.left(at), idOrFile.mid(at + 1)) : unknown(idOrFile);
}

ProviderProblem ProviderCatalog::unknown(const QString &id) const
{
    QStringList ids;
    for (const Provider &provider : m_providers)
        ids.append(provider.id);
    for (const ProviderTemplate &one : m_templates)
        ids.append(one.id() + QStringLiteral("@HOST"));
    return {id, {}, tr("is neither a file nor a known provider (known: %1)").arg(ids.join(QStringLiteral(", ")))};
}

QStringList providerFolders()
{
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation);
    for (QString &folder : folders)
        folder += QStringLiteral("/latchkey/providers");
    return folders;
}
