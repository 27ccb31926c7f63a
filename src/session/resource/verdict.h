// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "provider/provider.h"

#include <QUrl>

#include <optional>

/// What an answer to a request with an access token means.
enum class Verdict {
    Accepted, ///< It has a body to read.
    NotModified, ///< The cached answer still holds (RFC 9110 §15.4.5).
    RateLimited, ///< Too many requests; see http::isRateLimited().
    SingleSignOnRequired, ///< A GitHub organization demands its own sign-in first (SAML).
    Suspended, ///< GitHub has suspended the account: every request is answered so.
    TokenRefused, ///< The resource server does not accept the token (RFC 6750 §3.1).
    MaybeTokenRefused, ///< As TokenRefused, but a proxy may have answered, or the token may lack a right.
    Refused, ///< Any other status.
};

/// Pure: an answer always means the same.
Verdict judge(const http::Answer &answer, const Provider &provider);

/// The same for a request without a token: Accepted, NotModified, RateLimited or Refused.
Verdict judgeAnonymous(const http::Answer &answer);

/// True if the resource server itself has answered, as far as an answer shows it: a proxy, a firewall or the page of a network
/// may answer in its place. GitHub marks its answers; of an OpenID provider, a bearer challenge (RFC 6750 §3) or JSON.
bool comesFromResourceServer(const http::Answer &answer, Provider::Api api);

/// The scopes that a refused request needs and its token lacks, as the server writes them: `insufficient_scope` (RFC 6750
/// §3.1), GitHub's two lists of scopes, or the permissions that it has for apps in their place. Nothing if that is not the
/// reason.
std::optional<QByteArray> missingScopes(const http::Answer &answer, Provider::Api api);

/// Where the person signs in to the organization, after SingleSignOnRequired; empty unless it is a page of the provider,
/// since no other host is to be trusted with that sign-in.
QUrl singleSignOnPage(const http::Answer &answer, const Provider &provider);

/// How many organizations left their data out of an accepted answer, because the person has not signed in to them (SAML).
int organizationsLeftOut(const http::Answer &answer);
