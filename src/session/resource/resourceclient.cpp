// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/resourceclient.h"

ResourceClient::ResourceClient(const Provider &provider, AccessTokens &tokens, const ResourceCache &cache,
                               std::shared_ptr<http::StrictAccessManager> network)
    : m_access{provider, tokens, cache, std::move(network)}
{
    Q_ASSERT(m_access.network);
}

void ResourceClient::start(ResourceQuestion question, Answering<http::Answer> answering)
{
    auto *request = new ResourceRequest(m_access, std::move(question), std::move(answering), this);
    connect(request, &ResourceRequest::organizationsLeftOut, this, &ResourceClient::noteOrganizationsLeftOut);
    connect(request, &ResourceRequest::identityRead, this, &ResourceClient::identityRead);
    request->start();
}

/// A complete answer says nothing about the other resources, so the count only grows.
void ResourceClient::noteOrganizationsLeftOut(int count)
{
    if (count <= m_organizationsLeftOut)
        return;
    m_organizationsLeftOut = count;
    Q_EMIT organizationsLeftOutChanged();
}

#include "moc_resourceclient.cpp"
