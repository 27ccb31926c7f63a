// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "http/endpoint.h"
#include "oauth/discovery.h"
#include "result/jsonobject.h"

namespace fuzz_discovery {

using namespace oauth;

/// An issuer's metadata: no unsafe endpoint is accepted, and no known one changes.
void look(const QByteArray &input)
{
    const Result<QJsonObject> metadata = readJsonObject(input);
    if (!metadata)
        return;
    AuthorizationServer known;
    known.issuer = QUrl(QStringLiteral("https://sso.example.org"));
    known.tokenEndpoint = QUrl(QStringLiteral("https://sso.example.org/token"));
    const Result<AuthorizationServer> server = completed(known, *metadata);
    if (!server) {
        REQUIRE(isPlainCode(server.error().code));
        return;
    }
    REQUIRE(server->issuer == known.issuer && server->tokenEndpoint == known.tokenEndpoint);
    REQUIRE(!server->authorizationEndpoint.isEmpty());
    for (const QUrl &endpoint : {server->authorizationEndpoint, server->deviceAuthorizationEndpoint,
                                 server->revocationEndpoint, server->userinfoEndpoint})
        REQUIRE(endpoint.isEmpty() || (http::isSafeEndpoint(endpoint) && !endpoint.host().isEmpty()));
}

} // namespace fuzz_discovery

FUZZ_TARGET(discovery)
