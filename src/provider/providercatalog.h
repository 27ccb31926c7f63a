// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providertemplate.h"

#include <QList>
#include <QStringList>

#include <optional>

/// All providers: from the user's files, then the system's, then built in. The first one with an id wins.
class ProviderCatalog
{
public:
    /// Reads `ownFiles`, then all `*.json` in the folders, in order, then the built-in files. Folders may be missing. A
    /// bad file becomes one of problems(); the others still load. `gitHubClientId` is that of the app that this build signs in
    /// to github.com with; empty if it has none. A file with a client id wins.
    explicit ProviderCatalog(const QStringList &folders, const QStringList &ownFiles = {},
                             const QString &gitHubClientId = builtInGitHubClientId());

    /// As the build was configured.
    static QString builtInGitHubClientId();

    /// Adds a provider before all others, and replaces one with the same id.
    void add(const Provider &provider);

    const QList<Provider> &providers() const { return m_providers; }
    const QList<ProviderTemplate> &templates() const { return m_templates; }
    const QList<ProviderProblem> &problems() const { return m_problems; }

    /// The ignored keys of providers() that did load, by the provider's id.
    QList<ProviderProblem> notices() const;

    std::optional<Provider> find(const QString &id) const;

    /// The provider of one kind at a host that a person named. `github` means GitHub or GitHub Enterprise, depending on
    /// the host.
    std::variant<Provider, ProviderProblem> at(const QString &templateId, const QString &host) const;

    /// The same at what a person copied from a browser's address bar. Other servers than GitHub may be below a path, which is not
    /// supported, and so said.
    std::variant<Provider, ProviderProblem> atAddress(const QString &templateId, const QString &address) const;

    /// The provider with another issuer, which the server calls itself, and with the same registration. A provider for any issuer
    /// gets the id of that one.
    Provider withIssuer(const Provider &provider, const QUrl &issuer) const;

    /// The provider that a person names on the command line by its id, by kind and host (`gitlab@git.example.org`), by
    /// issuer (`https://…`), or by the path of a provider file.
    std::variant<Provider, ProviderProblem> open(const QString &idOrFile) const;

private:
    struct File
    {
        QString path;
        QJsonObject content;
        ClientIdRule clientIdRule;
    };

    void read(const QString &path, ClientIdRule clientIdRule, QList<File> &files);
    void load(const File &file);
    std::optional<QJsonObject> completed(const QJsonObject &registration) const;
    const ProviderTemplate *findTemplate(const QString &id) const;
    std::variant<QJsonObject, ProviderProblem> fileAt(const QString &templateId, const QString &host) const;
    ProviderProblem unknown(const QString &id) const;

    QString m_gitHubClientId;
    QList<Provider> m_providers;
    QList<ProviderTemplate> m_templates;
    QList<ProviderProblem> m_problems;
    QList<File> m_builtIn;
};

/// The folders for provider files, the user's first: `latchkey/providers` in the configuration folders.
QStringList providerFolders();
