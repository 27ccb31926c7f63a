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

/// The method to start with at an endpoint, by the list in the server's metadata (RFC 8414 §2): Basic if the list has it
/// or is missing, Post if it has only that. Nothing if it has neither.
std::optional<ClientAuthMethod> preferredAuthMethod(const QJsonValue &supported);

/// The only one of both methods that the list names; nothing if it names both or neither, or is missing.
std::optional<ClientAuthMethod> onlyAuthMethod(const QJsonValue &supported);

} // namespace oauth
