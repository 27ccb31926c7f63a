// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/provider.h"

QUrl Provider::identityUrl() const
{
    if (api == Api::Oidc)
        return server.userinfoEndpoint;
    QUrl url = apiBaseUrl;
    url.setPath(url.path() + QStringLiteral("/user"));
    return url;
}

QString Provider::authority() const
{
    return (server.issuer.isEmpty() ? server.authorizationEndpoint : server.issuer).authority(QUrl::FullyEncoded);
}
