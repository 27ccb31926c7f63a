// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"

#include <QString>
#include <QUrl>

/// An authorization server, what we are known as there, and the resource server behind it.
struct Provider
{
    /// What the resource server speaks.
    enum class Api {
        GitHub, ///< GitHub's REST API at apiBaseUrl.
        Oidc, ///< The claims at the userinfo endpoint (OpenID Connect Core §5.3).
    };

    QString id; ///< Lower case letters, digits, '.', '_' and '-'; with '@' and the host where there are several.
    QString name; ///< As people know it.
    Api api = Api::GitHub;
    QUrl apiBaseUrl;
    QUrl graphqlUrl;
    oauth::AuthorizationServer server;
    oauth::ClientRegistration client;

    /// The client secret is in the keychain, under secretKey(), and not in `client` until it has been read from there.
    bool hasSecretInKeychain = false;

    /// Signing in by a page takes a client secret (GitHub, for every app); by a code it does not.
    bool needsSecretForPages = false;

    QUrl registrationPage; ///< Where a person registers Latchkey; empty where that is not known.
    QUrl accessPage; ///< As the provider's file has it; see revocationPage().
    QUrl tokenPage; ///< Where a person makes an access token by hand; empty where that is not known.

    /// The host that the person signs in at.
    QString host() const { return (server.issuer.isEmpty() ? server.authorizationEndpoint : server.issuer).host(); }

    /// False until somebody has registered Latchkey there.
    bool hasClientId() const { return !client.clientId.isEmpty(); }

    /// True where Latchkey is registered as a GitHub App, whose client ids begin so: those have permissions in place of
    /// scopes.
    bool isGitHubApp() const { return api == Api::GitHub && client.clientId.startsWith(QLatin1String("Iv")); }

    /// True where a page, in the login view or in a browser, can lead to tokens.
    bool canUsePages() const
    {
        return hasClientId() && !(needsSecretForPages && client.clientSecret.isEmpty() && !hasSecretInKeychain);
    }

    /// True where the server gives device codes, as far as is known before it has been asked.
    bool canUseCodes() const { return hasClientId() && (needsDiscovery() || !server.deviceAuthorizationEndpoint.isEmpty()); }

    /// True while not all endpoints that a sign-in takes are known: the issuer's metadata name the others.
    bool needsDiscovery() const
    {
        return server.authorizationEndpoint.isEmpty() || server.tokenEndpoint.isEmpty()
            || (api == Api::Oidc && server.userinfoEndpoint.isEmpty());
    }

    /// True for the pages of the site that the person signs in at.
    bool isItsPage(const QUrl &page) const;

    /// The host with its port, as Git writes it.
    QString authority() const;

    QString secretKey() const { return QStringLiteral("client/") + id; }

    /// Where a person takes Latchkey's access back by hand; empty where that is not known.
    QUrl revocationPage() const;

    /// Where the resource server says who the token is for.
    QUrl identityUrl() const;
};
