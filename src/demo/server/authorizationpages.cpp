// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/authorizationpages.h"

#include "demo/server/scopes.h"
#include "demo/web/form.h"
#include "demo/web/page.h"

namespace demo {

using loopback::Request;
using loopback::Response;

AuthorizationPages::AuthorizationPages(const Client &client, AuthorizationCodes &codes, const Login &login)
    : m_client(client), m_codes(codes), m_login(login)
{}

Response AuthorizationPages::authorize(const Request &request)
{
    if (request.method != "GET" && request.method != "POST")
        return {.status = 405, .headers = {{"Allow", "GET, POST"}}};
    const auto outcome = AuthorizationRequest::read(request.query, m_client);
    if (const auto *refusal = std::get_if<Response>(&outcome))
        return *refusal;
    const auto &asked = std::get<AuthorizationRequest>(outcome);
    const QString csrfToken = m_login.csrfTokenOf(request);
    if (csrfToken.isEmpty()) {
        QUrl here(request.path);
        here.setQuery(request.query);
        return Login::form(here, value(request.query, "login"));
    }
    if (request.method == "GET")
        return consentPage(asked, csrfToken);
    const QUrlQuery form = formOf(request);
    if (value(form, "authenticity_token") != csrfToken)
        return refusalPage(QStringLiteral("This form is not from this page."));
    return decide(asked, form);
}

Response AuthorizationPages::consentPage(const AuthorizationRequest &asked, const QString &csrfToken) const
{
    return page(200, QStringLiteral("consent"),
                {{QStringLiteral("USER"), Login::userName()},
                 {QStringLiteral("CSRF_TOKEN"), csrfToken},
                 {QStringLiteral("REDIRECT_HOST"), asked.redirectHost()}},
                {{QStringLiteral("SCOPES"), scopeItems(asked.scopes())}});
}

Response AuthorizationPages::decide(const AuthorizationRequest &asked, const QUrlQuery &form)
{
    if (value(form, "authorize") != QLatin1String("1"))
        return asked.refuse("access_denied", "The user has denied your application access.");
    return asked.grant(m_codes.issue(asked));
}

} // namespace demo
