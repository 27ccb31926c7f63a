// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"

#include <QNetworkRequest>
#include <QString>
#include <QStringList>
#include <QUrl>

/// An authorization server, our registration there, and the resource server behind it.
struct Provider
{
    /// The API of the resource server.
    enum class Api {
        GitHub, ///< GitHub's REST API at apiBaseUrl.
        Oidc, ///< The claims at the userinfo endpoint (OpenID Connect Core §5.3).
    };

    QString id; ///< Lower case letters, digits, '.', '_' and '-'; with '@' and the host for kinds that anybody can run.
    QString name; ///< For people.
    Api api = Api::GitHub;
    QUrl apiBaseUrl;
    QUrl graphqlUrl;
    oauth::AuthorizationServer server;
    oauth::ClientRegistration client;

    /// The client secret is in the keychain under secretKey(), and missing in `client` until it has been read.
    bool hasSecretInKeychain = false;

    /// Signing in by a page requires a client secret, but by a device code it does not (GitHub, for every app).
    bool needsSecretForPages = false;

    QUrl registrationPage; ///< For registering Latchkey; empty if unknown.
    QUrl accessPage; ///< From the provider file; see revocationPage().
    QUrl tokenPage; ///< For making a personal access token; empty if unknown.

    QStringList ignoredKeys = {}; ///< Of the provider file: nobody knows what they mean.

    /// The host that the person signs in at.
    QString host() const { return (server.issuer.isEmpty() ? server.authorizationEndpoint : server.issuer).host(); }

    /// The address of the site that the person signs in at.
    QUrl site() const { return (server.issuer.isEmpty() ? server.authorizationEndpoint : server.issuer).resolved(QUrl(QStringLiteral("/"))); }

    /// False until Latchkey is registered at the server.
    bool hasClientId() const { return !client.clientId.isEmpty(); }

    /// True if Latchkey is registered as a GitHub App, which has permissions instead of scopes. Its client ids begin
    /// with "Iv".
    bool isGitHubApp() const { return api == Api::GitHub && client.clientId.startsWith(QLatin1String("Iv")); }

    /// True if a page, in the login view or in a browser, can lead to tokens.
    bool canUsePages() const
    {
        return hasClientId() && !(needsSecretForPages && client.clientSecret.isEmpty() && !hasSecretInKeychain);
    }

    /// True if the server issues device codes, or might: a server with undiscovered metadata counts.
    bool canUseCodes() const { return hasClientId() && (needsDiscovery() || !server.deviceAuthorizationEndpoint.isEmpty()); }

    /// True while an endpoint that a sign-in needs is unknown. The issuer's metadata names it.
    bool needsDiscovery() const
    {
        return server.authorizationEndpoint.isEmpty() || server.tokenEndpoint.isEmpty()
            || (api == Api::Oidc && server.userinfoEndpoint.isEmpty());
    }

    /// True if a page belongs to the site that the person signs in at.
    bool isItsPage(const QUrl &page) const;

    /// Host and port, as Git writes them.
    QString authority() const;

    /// The authorities that Git reaches with this sign-in, as Git writes them: authority() first, then that of the gists,
    /// which GitHub and its Enterprise servers keep on another host.
    QStringList gitAuthorities() const;

    QString secretKey() const { return QStringLiteral("client/") + id; }

    /// The page for revoking Latchkey's access; empty if unknown.
    QUrl revocationPage() const;

    /// The resource that identifies the person who signed in.
    QUrl identityUrl() const;

    /// The request for it, without a token.
    QNetworkRequest identityRequest() const;
};
