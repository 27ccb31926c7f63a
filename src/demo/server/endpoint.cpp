// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/endpoint.h"

#include <QHash>

namespace demo {

Endpoint endpointOf(const loopback::Request &request)
{
    static const QHash<QString, Endpoint> endpoints{
        {QStringLiteral("/login"), Endpoint::Login},
        {QStringLiteral("/login/oauth/authorize"), Endpoint::Authorize},
        {QStringLiteral("/login/oauth/access_token"), Endpoint::Token},
        {QStringLiteral("/login/oauth/revoke"), Endpoint::Revocation},
        {QStringLiteral("/login/device/code"), Endpoint::DeviceCode},
        {QStringLiteral("/login/device"), Endpoint::DevicePage},
        {QStringLiteral("/api/v3/user"), Endpoint::User},
        {QStringLiteral("/api/v3/user/repos"), Endpoint::Repositories},
        {QStringLiteral("/api/v3/graphql"), Endpoint::GraphQl},
        {QStringLiteral("/api/v3/notifications"), Endpoint::Notifications},
        {QStringLiteral("/userinfo"), Endpoint::Userinfo},
        {QStringLiteral("/.well-known/openid-configuration"), Endpoint::Discovery},
        {QStringLiteral("/.well-known/oauth-authorization-server"), Endpoint::Discovery},
    };
    if (request.path.startsWith(QLatin1String("/avatars/")))
        return Endpoint::Avatar;
    if (request.path.startsWith(QLatin1String("/api/v3/applications/")))
        return Endpoint::TokenDeletion;
    if (request.path.startsWith(QLatin1String("/api/v3/")) && (request.method == "PATCH" || request.method == "PUT"))
        return Endpoint::NotificationsRead;
    return endpoints.value(request.path, Endpoint::Other);
}

} // namespace demo
