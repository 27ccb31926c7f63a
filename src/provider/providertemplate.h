// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/hostname.h"
#include "provider/providerfile.h"

/// A provider file with `{host}` in its URLs, for a kind of server that anybody can run.
class ProviderTemplate
{
public:
    static bool isTemplate(const QJsonObject &file);

    /// Reads a template. Refuses one that could not become a provider at any host.
    static std::variant<ProviderTemplate, ProviderProblem> read(const QJsonObject &file, const QString &fileName);

    const QString &id() const { return m_id; }
    const QString &name() const { return m_name; }

    /// True if an issuer, which may have a path, is all that the template needs.
    bool isForAnyIssuer() const;

    /// The host of the provider that has the template's id; empty if there is none.
    QString defaultHost() const;

    /// The provider file for a host, or for an issuer with or without `https://`, as a person typed it. Its id is
    /// `TEMPLATE@HOST`. A problem says what is wrong with the typed text.
    std::variant<QJsonObject, ProviderProblem> fileAt(const QString &typed) const;

private:
    ProviderTemplate(const QJsonObject &file) : m_file(file) {}
    QJsonObject filled(const HostName &host, const QString &path) const;

    QJsonObject m_file;
    QString m_id;
    QString m_name;
};
