// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include "provider/providerfile.h"

namespace {

/// For what goes only to the server, which may be any text.
QString visible(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Reading readFile(const QByteArray &document)
{
    const auto outcome = readProviderFile(document, QStringLiteral("acme.json"));
    if (const auto *problem = std::get_if<ProviderProblem>(&outcome))
        return {.refusal = problem->key.toUtf8()};
    const auto &provider = std::get<Provider>(outcome);
    const oauth::ClientRegistration &client = provider.client;
    Reading reading{.values = {{"id", provider.id},
                               {"name", provider.name},
                               {"api", QString::number(int(provider.api))},
                               {"client_id", visible(client.clientId)},
                               {"client_secret", QString::number(client.clientSecret.size())},
                               {"client_secret_in", QVariant(provider.hasSecretInKeychain).toString()},
                               {"method", client.authMethod ? oauth::nameOf(*client.authMethod) : QString()},
                               {"scope", visible(client.scope)},
                               {"redirect_path", client.redirectPath},
                               {"redirect_port", QString::number(client.redirectPort)},
                               {"needs_secret", QVariant(provider.needsSecretForPages).toString()}}};
    const oauth::AuthorizationServer &server = provider.server;
    QString urls;
    for (const QUrl &url : {server.issuer, server.authorizationEndpoint, server.tokenEndpoint, server.userinfoEndpoint,
                            server.deviceAuthorizationEndpoint, server.revocationEndpoint, provider.apiBaseUrl,
                            provider.graphqlUrl, provider.registrationPage, provider.accessPage, provider.tokenPage})
        urls += url.toString() + QLatin1Char(',');
    reading.values.insert("urls", urls);
    return reading;
}

/// The person who wrote the file is told of a wrong type by the name of the key. Nothing ends an attempt: the file is refused
/// when it is read.
FieldRow value(const QByteArray &key)
{
    return required(key, key).but(Oddity::Absent, "ignored").but(Oddity::Null, "ignored");
}

FieldRow text(const QByteArray &key)
{
    return value(key).but(Oddity::Long, "used").but(Oddity::Controls, "used");
}

} // namespace

QList<Format> providerFormats()
{
    return {
        {"provider file, GitHub",
         R"({"id": "acme", "name": "Acme", "api": "github", "api_base_url": "https://ghe.example/api/v3",
             "graphql_url": "https://ghe.example/graphql", "issuer": "https://ghe.example/login",
             "authorization_endpoint": "https://ghe.example/authorize", "token_endpoint": "https://ghe.example/token",
             "device_authorization_endpoint": "https://ghe.example/device", "client_id": "c"})",
         &readFile,
         {required("id", "id"), text("name"), value("api"), value("api_base_url"), value("graphql_url"), value("issuer"),
          required("authorization_endpoint", "authorization_endpoint"), required("token_endpoint", "token_endpoint"),
          value("device_authorization_endpoint"), requiredText("client_id", "client_id")}},
        {"provider file, OpenID",
         R"({"id": "acme", "issuer": "https://sso.example", "authorization_endpoint": "https://sso.example/authorize",
             "token_endpoint": "https://sso.example/token", "userinfo_endpoint": "https://sso.example/me",
             "revocation_endpoint": "https://sso.example/revoke", "client_id": "c", "client_secret": "s",
             "client_secret_in": "keychain", "token_endpoint_auth_method": "client_secret_basic", "scope": "openid",
             "redirect_path": "/back", "redirect_port": 8123, "needs_secret": true,
             "registration_page": "https://sso.example/register", "access_page": "https://sso.example/access",
             "token_page": "https://sso.example/tokens"})",
         &readFile,
         {required("id", "id"), value("issuer"), value("authorization_endpoint"), value("token_endpoint"),
          value("userinfo_endpoint"), value("revocation_endpoint"), requiredText("client_id", "client_id"),
          text("client_secret"), value("client_secret_in"), value("token_endpoint_auth_method"), text("scope"),
          value("redirect_path"), value("redirect_port"), value("needs_secret"), value("registration_page"),
          value("access_page"), value("token_page")}},
    };
}
