// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "http/endpoint.h"
#include "oauth/errorcodes.h"
#include "oauth/openid/discovery.h"
#include "result/jsonobject.h"
#include "result/printabletext.h"

namespace fuzz_discovery {

using namespace oauth;

/// A required endpoint that the provider file names, so that metadata without it counts.
AuthorizationServer serverAt(const char *issuer)
{
    AuthorizationServer known;
    known.issuer = QUrl(QLatin1String(issuer));
    known.tokenEndpoint = QUrl(QStringLiteral("https://sso.example.org/token"));
    return known;
}

/// Another issuer is named, and is on offer only if it has the same origin.
void lookAtError(const AuthorizationServer &known, const Error &error)
{
    REQUIRE(isPlainCode(error.code));
    REQUIRE(error.detail.size() <= 200 && isPrintable(error.detail));
    if (error.code != errorcode::otherIssuer)
        return;
    const QUrl issuer(error.detail, QUrl::StrictMode);
    REQUIRE(http::isSafeEndpoint(issuer) && http::isSameOrigin(issuer, known.issuer));
    REQUIRE(issuer.toString(QUrl::FullyEncoded) == error.detail);
}

/// The issuer is spelled as the metadata spells it, which is the known one with or without the slash at its end.
void lookAtIssuer(const AuthorizationServer &known, const AuthorizationServer &server, const QJsonObject &metadata)
{
    REQUIRE(server.issuerText() == metadata.value(QLatin1String("issuer")).toString());
    const auto withSlash = [](const QString &issuer) {
        return issuer.endsWith(QLatin1Char('/')) ? issuer : issuer + QLatin1Char('/');
    };
    REQUIRE(withSlash(server.issuerText()) == withSlash(known.issuerText()));
}

/// An issuer's metadata: no unsafe endpoint is accepted, none that is optional refuses the rest, and no known one changes.
void lookAt(const AuthorizationServer &known, QJsonObject metadata)
{
    const Result<AuthorizationServer> server = completed(known, metadata);
    for (const char *optional : {"device_authorization_endpoint", "revocation_endpoint", "userinfo_endpoint"})
        metadata.remove(QLatin1String(optional));
    REQUIRE(bool(server) == bool(completed(known, metadata)));
    if (!server)
        return lookAtError(known, server.error());
    lookAtIssuer(known, *server, metadata);
    REQUIRE(server->tokenEndpoint == known.tokenEndpoint);
    REQUIRE(!server->authorizationEndpoint.isEmpty());
    for (const QUrl &endpoint : {server->authorizationEndpoint, server->deviceAuthorizationEndpoint,
                                 server->revocationEndpoint, server->userinfoEndpoint})
        REQUIRE(endpoint.isEmpty() || (http::isSafeEndpoint(endpoint) && !endpoint.host().isEmpty()));
}

void look(const QByteArray &input)
{
    const Result<QJsonObject> metadata = readJsonObject(input);
    if (!metadata)
        return;
    for (const char *issuer : {"https://sso.example.org", "https://sso.example.org/", "https://sso.example.org/realms/a"})
        lookAt(serverAt(issuer), *metadata);
}

} // namespace fuzz_discovery

FUZZ_TARGET(discovery)
