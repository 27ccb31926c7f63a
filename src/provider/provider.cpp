// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/provider.h"

#include "http/apirequest.h"
#include "http/endpoint.h"

#include <QHostAddress>

QUrl Provider::identityUrl() const
{
    if (api == Api::Oidc)
        return server.userinfoEndpoint;
    QUrl url = apiBaseUrl;
    url.setPath(url.path() + QStringLiteral("/user"));
    return url;
}

QNetworkRequest Provider::identityRequest() const
{
    return api == Api::GitHub ? http::gitHubApiRequest(identityUrl()) : QNetworkRequest(identityUrl());
}

/// GitHub has one page for each OAuth app, and one for all GitHub Apps.
QUrl Provider::revocationPage() const
{
    if (api != Api::GitHub || !accessPage.isEmpty() || !hasClientId())
        return accessPage;
    QUrl page = server.authorizationEndpoint;
    page.setPath(isGitHubApp() ? QStringLiteral("/settings/apps/authorizations")
                               : QStringLiteral("/settings/connections/applications/") + client.clientId);
    return page.adjusted(QUrl::RemoveQuery);
}

bool Provider::isItsPage(const QUrl &page) const
{
    return page.userInfo().isEmpty() && http::isSameOrigin(page, server.authorizationEndpoint);
}

QString Provider::authority() const
{
    return (server.issuer.isEmpty() ? server.authorizationEndpoint : server.issuer).authority(QUrl::FullyEncoded);
}

QStringList Provider::gitAuthorities() const
{
    const bool isAddress = !QHostAddress(host()).isNull();
    if (api != Api::GitHub || isAddress)
        return {authority()};
    return {authority(), QStringLiteral("gist.") + authority()};
}
