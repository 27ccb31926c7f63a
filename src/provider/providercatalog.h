// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providertemplate.h"

#include <QList>
#include <QStringList>

#include <optional>

/// The providers that there are: from the user's files, then the system's, then built in. The first with an id wins.
class ProviderCatalog
{
public:
    /// Reads all `*.json` in the folders, which need not exist, in their order, and then the built-in ones. A file that
    /// is wrong is a problem; the others still load. `ownFiles` come before all others.
    explicit ProviderCatalog(const QStringList &folders, const QStringList &ownFiles = {});

    /// Adds one that is not from the folders, or not yet, before all others and in place of one with its id.
    void add(const Provider &provider);

    const QList<Provider> &providers() const { return m_providers; }
    const QList<ProviderTemplate> &templates() const { return m_templates; }
    const QList<ProviderProblem> &problems() const { return m_problems; }

    std::optional<Provider> find(const QString &id) const;

    /// The provider of one kind at a host that a person has named. `github` is GitHub's own or GitHub Enterprise,
    /// whichever is at that host.
    std::variant<Provider, ProviderProblem> at(const QString &templateId, const QString &host) const;

    /// What a person names on the command line: an id, a kind and a host (`gitlab@git.example.org`), an issuer
    /// (`https://…`), or the path of a provider file.
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

    QList<Provider> m_providers;
    QList<ProviderTemplate> m_templates;
    QList<ProviderProblem> m_problems;
    QList<File> m_builtIn;
};

/// The folders for provider files, the user's first: `latchkey/providers` in the configuration folders.
QStringList providerFolders();
