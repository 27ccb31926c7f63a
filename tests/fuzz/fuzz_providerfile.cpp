// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "http/endpoint.h"
#include "provider/providerfile.h"
#include "result/jsonobject.h"

#include <QRegularExpression>

namespace fuzz_providerfile {

void lookAtProvider(const Provider &provider)
{
    static const QRegularExpression id(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,63}(@[A-Za-z0-9.:\\[\\]/_~-]{1,320})?\\z"));
    static const QRegularExpression path(QStringLiteral("^/[A-Za-z0-9/._~-]*\\z"));
    REQUIRE(id.match(provider.id).hasMatch() && !provider.name.isEmpty());
    REQUIRE(provider.hasClientId());
    REQUIRE(path.match(provider.client.redirectPath).hasMatch());
    const auto &server = provider.server;
    for (const QUrl &url : {server.issuer, server.authorizationEndpoint, server.tokenEndpoint,
                            server.deviceAuthorizationEndpoint, server.revocationEndpoint, server.userinfoEndpoint,
                            server.applicationsEndpoint, provider.apiBaseUrl, provider.graphqlUrl})
        REQUIRE(url.isEmpty() || http::isSafeEndpoint(url));
    REQUIRE(!provider.needsDiscovery() || !server.issuer.isEmpty());
    REQUIRE(provider.api == Provider::Api::Oidc || !provider.apiBaseUrl.isEmpty());
    REQUIRE(!provider.host().isEmpty());
}

/// The reason for a refusal must not contain the file's secret.
void lookAtProblem(const ProviderProblem &problem, const QByteArray &input)
{
    REQUIRE(!problem.reason.isEmpty() && problem.text().startsWith(QStringLiteral("acme.json: ")));
    static const QRegularExpression unmistakable(QStringLiteral("^(?=.*[0-9])(?=.*[A-Z])[A-Za-z0-9]{12,}$"));
    const Result<QJsonObject> file = readJsonObject(input);
    const QString secret = file ? file->value(QLatin1String("client_secret")).toString() : QString();
    const bool isTold = problem.text().contains(secret) && problem.key != secret;
    REQUIRE(!unmistakable.match(secret).hasMatch() || !isTold);
}

void look(const QByteArray &input)
{
    const auto outcome = readProviderFile(input, QStringLiteral("acme.json"));
    if (const auto *provider = std::get_if<Provider>(&outcome))
        lookAtProvider(*provider);
    else
        lookAtProblem(std::get<ProviderProblem>(outcome), input);
}

} // namespace fuzz_providerfile

FUZZ_TARGET(providerfile)
