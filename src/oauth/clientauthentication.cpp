// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/clientauthentication.h"

#include "oauth/errorcodes.h"

#include <QUrl>

#include <algorithm>

namespace oauth {

namespace {

bool isOneOf(const Error &error, std::initializer_list<QLatin1String> codes)
{
    return std::find(codes.begin(), codes.end(), error.code) != codes.end();
}

/// Codes that a server gives only to a client that it knows (RFC 6749 §5.2, RFC 8628 §3.5).
bool isAboutGrant(const Error &error)
{
    return isOneOf(error, {QLatin1String("invalid_grant"), errorcode::expiredToken, errorcode::authorizationPending,
                           errorcode::slowDown});
}

/// Servers that expect the other method may miss a parameter, or refuse without a code.
bool isVague(const Error &error)
{
    return isOneOf(error, {QLatin1String("invalid_request"), QLatin1String("unauthorized_client"),
                           errorcode::requestRefused, errorcode::accessRefused});
}

/// True if a header was overlooked by a server that reads only the form.
bool missesClientId(const Error &error)
{
    return error.detail.contains(QLatin1String("client_id"));
}

} // namespace

ClientAuthentication ClientAuthentication::atTokenEndpoint(const AuthorizationServer &server, const ClientRegistration &client)
{
    return {client, client.authMethod.value_or(server.tokenAuthMethod.value_or(ClientAuthMethod::Post)),
            client.authMethod.has_value()};
}

/// What is known of the token endpoint is a guess here.
ClientAuthentication ClientAuthentication::atRevocationEndpoint(const AuthorizationServer &server,
                                                                const ClientRegistration &client)
{
    const ClientAuthMethod atTokens = atTokenEndpoint(server, client).m_method;
    return {client, server.revocationAuthMethod.value_or(atTokens), false};
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

/// RFC 6749 §5.2: 401 says that the client did not authenticate, whatever else the answer says.
bool ClientAuthentication::mayRefuseMethod(const Error &error) const
{
    if (m_isAccepted || isAboutGrant(error))
        return false;
    return error.status == 401 || error.code == errorcode::invalidClient || (!m_isKnown && isVague(error));
}

bool ClientAuthentication::turnAfter(const Error &error)
{
    if (!method() || m_refusal || !mayRefuseMethod(error))
        return false;
    m_refusal = error;
    m_method = m_method == ClientAuthMethod::Basic ? ClientAuthMethod::Post : ClientAuthMethod::Basic;
    return true;
}

/// A server that does not know the other method may call the request itself invalid. Auth0 says "access_denied" of a wrong
/// client secret.
Error ClientAuthentication::verdict(const Error &error)
{
    Error most = error;
    const bool isRefusedAgain = mayRefuseMethod(error) || isVague(error);
    if (m_refusal && !m_isAccepted && isRefusedAgain) {
        m_method = m_firstMethod;
        if (m_refusal->kind == Error::Kind::Denied && !missesClientId(*m_refusal))
            most = *m_refusal;
    }
    if (!m_isAccepted && most.status == 401 && most.code == errorcode::accessDenied)
        most.code = errorcode::invalidClient;
    return most;
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
