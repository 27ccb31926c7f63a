// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/hostname.h"
#include "provider/providerfile.h"

/// A provider file with `{host}` in its URLs: one kind of server, wherever somebody runs it.
class ProviderTemplate
{
public:
    static bool isTemplate(const QJsonObject &file);

    /// Refuses a file that could not become a provider at any host.
    static std::variant<ProviderTemplate, ProviderProblem> read(const QJsonObject &file, const QString &fileName);

    const QString &id() const { return m_id; }
    const QString &name() const { return m_name; }

    /// True where all that it takes is an issuer, which may have a path.
    bool isForAnyIssuer() const;

    /// Where the provider with the template's own id is; empty where there is none.
    QString defaultHost() const;

    /// The provider file for what a person has named: a host, or an issuer with or without `https://`. Its id is
    /// `TEMPLATE@HOST`. A problem says what is wrong with the name.
    std::variant<QJsonObject, ProviderProblem> fileAt(const QString &typed) const;

private:
    ProviderTemplate(const QJsonObject &file) : m_file(file) {}
    QJsonObject filled(const HostName &host, const QString &path) const;

    QJsonObject m_file;
    QString m_id;
    QString m_name;
};
