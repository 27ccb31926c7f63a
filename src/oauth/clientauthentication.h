// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/parameters.h"
#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/tokenset.h"
#include "result/result.h"

#include <QByteArray>

namespace oauth {

/// A form with the credentials of the client.
struct AuthenticatedForm
{
    http::Parameters parameters;
    QByteArray authorization = {}; ///< The Authorization header; empty: none.
};

/// Authenticates a client at an endpoint (RFC 6749 §§2.3.1, 3.2.1). A server that refuses one method is asked with the other
/// one, once: a request that is refused so has consumed neither a code nor a token. A client without a secret only names
/// itself.
class ClientAuthentication
{
public:
    /// At the token endpoint and the device authorization endpoint (RFC 8628 §3.1). The method of the registration wins over
    /// that of the server. If neither is known, the secret is in the form.
    static ClientAuthentication atTokenEndpoint(const AuthorizationServer &server, const ClientRegistration &client);

    /// At the revocation endpoint (RFC 7009 §2.1).
    static ClientAuthentication atRevocationEndpoint(const AuthorizationServer &server, const ClientRegistration &client);

    /// The form with the credentials added.
    AuthenticatedForm sign(const http::Parameters &form) const;

    /// True if this error refuses the credentials as they were sent, and the other method has not been tried. It is used from
    /// now on.
    bool turnAfter(const Error &error);

    /// True once a server has refused the first method.
    bool hasTurned() const { return m_refusal.has_value(); }

    /// The error that tells most: the first refusal, if the other method was refused as well.
    Error verdict(const Error &error) const;

    /// The method in use; nothing for a client without a secret.
    std::optional<ClientAuthMethod> method() const;

private:
    ClientAuthentication(const ClientRegistration &client, ClientAuthMethod method) : m_client(client), m_method(method) {}
    QByteArray basicHeader() const;

    ClientRegistration m_client;
    ClientAuthMethod m_method;
    std::optional<Error> m_refusal;
};

/// The registration with the method that the server accepted when it issued the tokens.
ClientRegistration registrationFor(const TokenSet &tokens, const ClientRegistration &client);

} // namespace oauth
