// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace oauth {

/// How a client that has a secret authenticates (RFC 6749 §2.3.1).
enum class ClientAuthMethod {
    Basic, ///< In the Authorization header. Every server that issues secrets must support it.
    Post, ///< In the form.
};

/// The name in metadata (RFC 7591 §2): "client_secret_basic".
QString nameOf(ClientAuthMethod method);

/// Nothing for other methods, and for names that are unknown.
std::optional<ClientAuthMethod> clientAuthMethod(const QString &name);

/// The method that the list in the server's metadata asks for (RFC 8414 §2): the only one of both that it names, or Basic if it
/// is missing. Nothing if it names both or neither.
std::optional<ClientAuthMethod> preferredAuthMethod(const QJsonValue &supported);

/// The only one of both methods that the list names; nothing if it names both or neither, or is missing.
std::optional<ClientAuthMethod> onlyAuthMethod(const QJsonValue &supported);

} // namespace oauth
