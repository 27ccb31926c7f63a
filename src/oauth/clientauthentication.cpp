// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/clientauthentication.h"

#include "oauth/errorcodes.h"

#include <QUrl>

namespace oauth {

namespace {

bool refusesCredentials(const Error &error)
{
    return error.kind == Error::Kind::Denied
        && (error.code == errorcode::invalidClient || error.code == errorcode::clientRefused);
}

} // namespace

ClientAuthentication ClientAuthentication::atTokenEndpoint(const AuthorizationServer &server, const ClientRegistration &client)
{
    return {client, client.authMethod.value_or(server.tokenAuthMethod.value_or(ClientAuthMethod::Post))};
}

ClientAuthentication ClientAuthentication::atRevocationEndpoint(const AuthorizationServer &server,
                                                                const ClientRegistration &client)
{
    const ClientAuthMethod atTokens = atTokenEndpoint(server, client).m_method;
    return {client, server.revocationAuthMethod.value_or(atTokens)};
}

AuthenticatedForm ClientAuthentication::sign(const http::Parameters &form) const
{
    const auto clientId = QStringLiteral("client_id");
    if (method() == ClientAuthMethod::Basic)
        return {form, basicHeader()};
    return {form + http::Parameters{{clientId, m_client.clientId}, {QStringLiteral("client_secret"), m_client.clientSecret}}};
}

/// Both are form-encoded first, since a client id may contain the colon.
QByteArray ClientAuthentication::basicHeader() const
{
    const QByteArray credentials =
        QUrl::toPercentEncoding(m_client.clientId) + ':' + QUrl::toPercentEncoding(m_client.clientSecret);
    return "Basic " + credentials.toBase64();
}

bool ClientAuthentication::turnAfter(const Error &error)
{
    if (!method() || m_refusal || !refusesCredentials(error))
        return false;
    m_refusal = error;
    m_method = m_method == ClientAuthMethod::Basic ? ClientAuthMethod::Post : ClientAuthMethod::Basic;
    return true;
}

/// A server that does not know the other method may call the request itself invalid.
Error ClientAuthentication::verdict(const Error &error) const
{
    const bool isRefusedAgain = refusesCredentials(error) || error.code == QLatin1String("invalid_request");
    return m_refusal && isRefusedAgain ? *m_refusal : error;
}

std::optional<ClientAuthMethod> ClientAuthentication::method() const
{
    return m_client.clientSecret.isEmpty() ? std::nullopt : std::optional(m_method);
}

ClientRegistration registrationFor(const TokenSet &tokens, const ClientRegistration &client)
{
    ClientRegistration registration = client;
    if (tokens.authMethod)
        registration.authMethod = tokens.authMethod;
    return registration;
}

} // namespace oauth
