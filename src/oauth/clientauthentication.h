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
/// itself. Beside a header the form does not name it, since some servers call that two ways to authenticate.
class ClientAuthentication
{
public:
    /// At the token endpoint and the device authorization endpoint (RFC 8628 §3.1). The method of the registration wins over
    /// that of the server. If the server takes both, or nothing is known, the secret is in the form: many servers fix one
    /// method for each client, and earlier versions of Latchkey knew only this one.
    static ClientAuthentication atTokenEndpoint(const AuthorizationServer &server, const ClientRegistration &client);

    /// At the revocation endpoint (RFC 7009 §2.1).
    static ClientAuthentication atRevocationEndpoint(const AuthorizationServer &server, const ClientRegistration &client);

    /// The form with the credentials added.
    AuthenticatedForm sign(const http::Parameters &form) const;

    /// True if this error may refuse the credentials as they were sent, and the other method has not been tried. It is used
    /// from now on. A method that neither the registration nor a token has confirmed is doubted sooner.
    bool turnAfter(const Error &error);

    /// The server has accepted the credentials: no later error is about how they were sent.
    void accept() { m_isAccepted = true; }

    /// True once a server has refused the first method, unless verdict() has returned to it.
    bool hasTurned() const { return m_method != m_firstMethod; }

    /// The error that tells most. If the other method was refused as well, that is the first refusal, and the first method is
    /// used again.
    Error verdict(const Error &error);

    /// The method in use; nothing for a client without a secret.
    std::optional<ClientAuthMethod> method() const;

private:
    ClientAuthentication(const ClientRegistration &client, ClientAuthMethod method, bool isKnown)
        : m_client(client), m_firstMethod(method), m_method(method), m_isKnown(isKnown)
    {}
    QByteArray basicHeader() const;
    bool mayRefuseMethod(const Error &error) const;

    ClientRegistration m_client;
    ClientAuthMethod m_firstMethod;
    ClientAuthMethod m_method;
    bool m_isKnown; ///< False while the method is what a server should take.
    bool m_isAccepted = false;
    std::optional<Error> m_refusal; ///< Of the first method.
};

/// The registration with the method that the server accepted when it issued the tokens.
ClientRegistration registrationFor(const TokenSet &tokens, const ClientRegistration &client);

} // namespace oauth
