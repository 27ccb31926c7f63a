// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/clientauthmethod.h"

#include <QJsonArray>

namespace oauth {

namespace {

const auto basic = QStringLiteral("client_secret_basic");
const auto post = QStringLiteral("client_secret_post");

/// The texts in a list. One name that is known, in place of the list, counts as well.
QStringList namesIn(const QJsonValue &supported)
{
    if (clientAuthMethod(supported.toString()))
        return {supported.toString()};
    QStringList names;
    for (const QJsonValue &name : supported.toArray())
        names.append(name.toString());
    names.removeAll(QString());
    return names;
}

} // namespace

QString nameOf(ClientAuthMethod method)
{
    return method == ClientAuthMethod::Basic ? basic : post;
}

std::optional<ClientAuthMethod> clientAuthMethod(const QString &name)
{
    if (name == basic)
        return ClientAuthMethod::Basic;
    return name == post ? std::optional(ClientAuthMethod::Post) : std::nullopt;
}

std::optional<ClientAuthMethod> preferredAuthMethod(const QJsonValue &supported)
{
    return namesIn(supported).isEmpty() ? ClientAuthMethod::Basic : onlyAuthMethod(supported);
}

std::optional<ClientAuthMethod> onlyAuthMethod(const QJsonValue &supported)
{
    const QStringList names = namesIn(supported);
    if (names.contains(basic) == names.contains(post))
        return std::nullopt;
    return names.contains(basic) ? ClientAuthMethod::Basic : ClientAuthMethod::Post;
}

} // namespace oauth
