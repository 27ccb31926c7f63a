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
    QString key; ///< Empty if the file as a whole is wrong.
    QString reason;

    /// "acme.json: token_endpoint: must be https"
    QString text() const;
};

/// Whether a file must name a client id. Only the built-in files need not.
enum class ClientIdRule { Required, Optional };

/// Reads a provider file (see docs/PROVIDERS.md). Its keys have the names of RFC 8414 if that has one. A key without a value
/// counts as absent. Unknown keys, which may be misspelled, are named in Provider::ignoredKeys.
std::variant<Provider, ProviderProblem> readProviderFile(const QByteArray &json, const QString &fileName,
                                                         ClientIdRule clientIdRule = ClientIdRule::Required);
std::variant<Provider, ProviderProblem> readProviderFile(const QJsonObject &file, const QString &fileName,
                                                         ClientIdRule clientIdRule = ClientIdRule::Required);

/// False if a file has only Latchkey's registration, and its id names the server.
bool namesServer(const QJsonObject &file);

/// `base` with the values of `file`, except for the id.
QJsonObject merged(QJsonObject base, const QJsonObject &file);
