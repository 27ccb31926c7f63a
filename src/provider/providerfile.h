// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

#include <QByteArray>
#include <QJsonObject>

#include <variant>

/// Why a provider file is refused.
struct ProviderProblem
{
    QString file;
    QString key; ///< Empty where the file as a whole is wrong.
    QString reason;

    /// "acme.json: token_endpoint: must be https"
    QString text() const;
};

/// Whether a file must name a client id. Only the built-in files need not.
enum class ClientIdRule { Required, Optional };

/// Reads a provider file (see docs/PROVIDERS.md). Names in it are those of RFC 8414 where it has the word; a key that
/// is not known is refused, since it may be a misspelt one.
std::variant<Provider, ProviderProblem> readProviderFile(const QByteArray &json, const QString &fileName,
                                                         ClientIdRule clientIdRule = ClientIdRule::Required);
std::variant<Provider, ProviderProblem> readProviderFile(const QJsonObject &file, const QString &fileName,
                                                         ClientIdRule clientIdRule = ClientIdRule::Required);

/// False where a file only has what Latchkey is registered as, and its id says at which server.
bool namesServer(const QJsonObject &file);
