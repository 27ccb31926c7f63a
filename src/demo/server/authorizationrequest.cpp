// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/authorizationrequest.h"

#include "demo/web/form.h"
#include "demo/web/page.h"

#include <QRegularExpression>

namespace demo {

using loopback::formValue;
using loopback::Response;

namespace {

/// On a loopback address, any port is accepted (RFC 8252 §7.3).
bool isRedirectUriOf(const Client &client, const QString &text)
{
    const QUrl uri(text, QUrl::StrictMode);
    const bool isLoopback = uri.host() == QLatin1String("127.0.0.1") || uri.host() == QLatin1String("::1");
    return uri.isValid() && uri.scheme() == QLatin1String("http") && isLoopback && uri.userInfo().isEmpty()
        && uri.path() == client.redirectPath && !uri.hasQuery() && !uri.hasFragment();
}

bool isChallenge(const QString &text)
{
    static const QRegularExpression unreserved(QStringLiteral("\\A[A-Za-z0-9._~-]{43,128}\\z"));
    return unreserved.match(text).hasMatch();
}

} // namespace

Response refusalPage(const QString &reason)
{
    return page(400, QStringLiteral("refused"), {{QStringLiteral("REASON"), reason}});
}

std::variant<AuthorizationRequest, Response> AuthorizationRequest::read(const QUrlQuery &query, const Client &client)
{
    if (value(query, "client_id") != client.id)
        return refusalPage(QStringLiteral("There is no application with this client id."));
    AuthorizationRequest request;
    request.m_redirectUri = value(query, "redirect_uri");
    if (!isRedirectUriOf(client, request.m_redirectUri))
        return refusalPage(QStringLiteral("The redirect URI is not one of this application."));
    request.m_state = formValue(query, QStringLiteral("state"));
    request.m_challenge = value(query, "code_challenge");
    request.m_scopes = value(query, "scope").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (value(query, "response_type") != QLatin1String("code"))
        return request.refuse("unsupported_response_type", "Only response_type=code is known here.");
    if (!isChallenge(request.m_challenge) || value(query, "code_challenge_method") != QLatin1String("S256"))
        return request.refuse("invalid_request", "A code_challenge with the method S256 is needed.");
    return request;
}

Response AuthorizationRequest::grant(const QString &code) const
{
    return redirect({{"code", code}});
}

Response AuthorizationRequest::refuse(const char *error, const char *description) const
{
    return redirect({{"error", QLatin1String(error)},
                     {"error_description", QLatin1String(description)},
                     {"error_uri", QStringLiteral("https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/"
                                                  "troubleshooting-authorization-request-errors")}});
}

/// Sends no `iss` (RFC 9207), as GitHub.
Response AuthorizationRequest::redirect(Parameters parameters) const
{
    if (m_state)
        parameters.append({"state", *m_state});
    QByteArray query;
    for (const auto &[name, text] : parameters)
        query += (query.isEmpty() ? "" : "&") + QByteArray(name) + '=' + QUrl::toPercentEncoding(text);
    return {.status = 302, .headers = {{"Location", QUrl(m_redirectUri).toEncoded() + '?' + query}}};
}

} // namespace demo
