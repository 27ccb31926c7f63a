// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/demo.h"

Provider demoProviderAt(const QUrl &origin)
{
    const auto at = [&](const char *path) { return origin.resolved(QUrl(QLatin1String(path))); };
    Provider provider;
    provider.id = QStringLiteral("demo");
    provider.name = QStringLiteral("Demo Hub");
    provider.apiBaseUrl = at("/api/v3");
    provider.graphqlUrl = at("/api/v3/graphql");
    provider.server.authorizationEndpoint = at("/login/oauth/authorize");
    provider.server.tokenEndpoint = at("/login/oauth/access_token");
    provider.server.deviceAuthorizationEndpoint = at("/login/device/code");
    provider.server.revocationEndpoint = at("/login/oauth/revoke");
    provider.tokenPage = at("/settings/tokens/new");
    provider.client.clientId = QStringLiteral("latchkey-demo");
    provider.client.scope = QStringLiteral("read:user");
    provider.client.redirectPath = QStringLiteral("/oauth/callback");
    return provider;
}
