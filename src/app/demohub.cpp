// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demohub.h"

DemoHub::DemoHub(const QString &ledgerFile) : m_options{.ledgerFile = ledgerFile}, m_server(m_options) {}

std::optional<Provider> DemoHub::open()
{
    if (!m_server.listen())
        return std::nullopt;
    Provider provider;
    provider.id = QStringLiteral("demo");
    provider.name = QStringLiteral("Demo Hub");
    provider.apiBaseUrl = m_server.apiBaseUrl();
    provider.graphqlUrl = m_server.graphqlUrl();
    provider.server.authorizationEndpoint = m_server.authorizationEndpoint();
    provider.server.tokenEndpoint = m_server.tokenEndpoint();
    provider.server.deviceAuthorizationEndpoint = m_server.deviceAuthorizationEndpoint();
    provider.server.revocationEndpoint = m_server.revocationEndpoint();
    provider.tokenPage = m_server.tokenPage();
    provider.client.clientId = m_options.clientId;
    provider.client.scope = QStringLiteral("read:user");
    provider.client.redirectPath = m_options.redirectPath;
    return provider;
}
