// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/authorizationpages.h"

#include "demo/server/scopes.h"
#include "demo/web/form.h"
#include "demo/web/page.h"

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

/// The person wants another account, or the application asks for another one than is logged in.
bool mustChooseAccount(const Request &request, const QString &login)
{
    const QString wanted = value(request.query, "login");
    return request.method == "GET" && (value(request.query, "prompt") == QLatin1String("select_account") || (!wanted.isEmpty() && wanted != login));
}

/// The request to go on with after the login, when the account has been chosen.
QUrl withoutPrompt(const Request &request)
{
    QUrlQuery query = request.query;
    for (const char *key : {"prompt", "login"})
        query.removeAllQueryItems(QLatin1String(key));
    QUrl here(request.path);
    here.setQuery(query);
    return here;
}

} // namespace

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
    const auto session = m_login.sessionOf(request);
    if (!session || mustChooseAccount(request, session->login))
        return Login::form(withoutPrompt(request), value(request.query, "login"));
    if (request.method == "GET")
        return consentPage(asked, *session, withoutPrompt(request));
    const QUrlQuery form = formOf(request);
    if (value(form, "authenticity_token") != session->csrfToken)
        return refusalPage(QStringLiteral("This form is not from this page."));
    return decide(asked, session->login, form);
}

Response AuthorizationPages::consentPage(const AuthorizationRequest &asked, const Login::BrowserSession &session, const QUrl &here) const
{
    return page(200, QStringLiteral("consent"),
                {{QStringLiteral("USER"), session.login},
                 {QStringLiteral("RETURN_TO"), QString::fromLatin1(QUrl::toPercentEncoding(here.toString(QUrl::FullyEncoded)))},
                 {QStringLiteral("CSRF_TOKEN"), session.csrfToken},
                 {QStringLiteral("REDIRECT_HOST"), asked.redirectHost()}},
                {{QStringLiteral("SCOPES"), scopeItems(asked.scopes())}});
}

Response AuthorizationPages::decide(const AuthorizationRequest &asked, const QString &login, const QUrlQuery &form)
{
    if (value(form, "authorize") != QLatin1String("1"))
        return asked.refuse("access_denied", "The user has denied your application access.");
    return asked.grant(m_codes.issue(asked, login));
}

} // namespace demo
