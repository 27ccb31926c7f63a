// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/codeflow.h"

#include <QAbstractOAuthReplyHandler>
#include <QUrlQuery>

namespace oauth {

CodeFlow::CodeFlow(const AuthorizationServer &server, const ClientRegistration &client, QNetworkAccessManager &network,
                   QAbstractOAuthReplyHandler &replyHandler, const Parameters &extraParameters)
    : m_client(client), m_extraParameters(extraParameters)
{
    setNetworkAccessManager(&network);
    setReplyHandler(&replyHandler);
    setAuthorizationUrl(server.authorizationEndpoint);
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    setTokenUrl(server.tokenEndpoint);
#else
    setAccessTokenUrl(server.tokenEndpoint);
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    setPkceMethod(PkceMethod::None); // writeParameters() does it, for all versions.
#endif
    setClientIdentifier(client.clientId);
    setState(QString::fromLatin1(randomText()));
    setModifyParametersFunction([this](Stage stage, QMultiMap<QString, QVariant> *parameters) {
        writeParameters(stage, parameters);
    });
}

/// Writes all parameters anew and percent-encoded: Qt encodes some twice and some not at all ('+').
void CodeFlow::writeParameters(Stage stage, QMultiMap<QString, QVariant> *parameters) const
{
    parameters->clear();
    for (const auto &[name, value] : parametersOf(stage)) {
        if (!value.isEmpty())
            parameters->insert(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
}

Parameters CodeFlow::parametersOf(Stage stage) const
{
    const auto name = [](const char *text) { return QString::fromLatin1(text); };
    switch (stage) {
    case Stage::RequestingAuthorization: { // RFC 6749 §4.1.1, RFC 7636 §4.3
        return m_extraParameters
            + Parameters{{name("response_type"), name("code")},
                         {name("client_id"), m_client.clientId},
                         {name("redirect_uri"), replyHandler()->callback()},
                         {name("scope"), m_client.scope},
                         {name("state"), state()},
                         {name("code_challenge"), QString::fromLatin1(m_pkce.challenge())},
                         {name("code_challenge_method"), name("S256")}};
    }
    case Stage::RequestingAccessToken: // RFC 6749 §4.1.3, RFC 7636 §4.5
        return {{name("grant_type"), name("authorization_code")},
                {name("client_id"), m_client.clientId},
                {name("client_secret"), m_client.clientSecret},
                {name("code"), m_code},
                {name("redirect_uri"), replyHandler()->callback()},
                {name("code_verifier"), QString::fromLatin1(m_pkce.verifier)}};
    case Stage::RefreshingAccessToken: // RFC 6749 §6
        return {{name("grant_type"), name("refresh_token")},
                {name("client_id"), m_client.clientId},
                {name("client_secret"), m_client.clientSecret},
                {name("refresh_token"), refreshToken()}};
    case Stage::RequestingTemporaryCredentials: break; // OAuth 1
    }
    return {};
}

} // namespace oauth
