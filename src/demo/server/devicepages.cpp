// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/devicepages.h"

#include "demo/server/authorizationrequest.h"
#include "demo/server/oauthanswer.h"
#include "demo/server/scopes.h"
#include "demo/web/form.h"
#include "demo/web/page.h"
#include "demo/web/paths.h"

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

Response refuse(const Request &request, int status, const char *code, const char *description)
{
    Response response = oauthAnswer(request, errorFields(code, description));
    response.status = status;
    return response;
}

Response codeForm(const QString &csrfToken, const QString &typedCode, const QString &error = {})
{
    return page(200, QStringLiteral("device"),
                {{QStringLiteral("CSRF_TOKEN"), csrfToken},
                 {QStringLiteral("TYPED_CODE"), typedCode},
                 {QStringLiteral("ERROR"), error}});
}

} // namespace

DevicePages::DevicePages(const Client &client, DeviceCodes &codes, const Login &login, bool isEnabled)
    : m_client(client), m_codes(codes), m_login(login), m_isEnabled(isEnabled)
{}

Response DevicePages::giveCode(const Request &request, const QUrl &origin)
{
    if (request.method != "POST")
        return {.status = 404};
    const QUrlQuery form = formOf(request);
    if (value(form, "client_id") != m_client.id)
        return refuse(request, 404, "Not Found", "There is no application with this client id.");
    if (!m_isEnabled)
        return refuse(request, 400, "device_flow_disabled", "Device Flow must be explicitly enabled for this App.");

    const auto issued = m_codes.issue(value(form, "scope").split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QUrl uri = origin;
    uri.setPath(paths::deviceVerification);
    QUrl completeUri = uri;
    completeUri.setQuery(QStringLiteral("user_code=") + issued.userCode);
    return oauthAnswer(request, {{QStringLiteral("device_code"), issued.deviceCode},
                                 {QStringLiteral("user_code"), issued.userCode},
                                 {QStringLiteral("verification_uri"), uri.toString()},
                                 {QStringLiteral("verification_uri_complete"), completeUri.toString()},
                                 {QStringLiteral("expires_in"), QString::number(m_codes.policy().lifetime.count())},
                                 {QStringLiteral("interval"), QString::number(m_codes.policy().interval.count())}});
}

Response DevicePages::respond(const Request &request)
{
    if (request.method != "GET" && request.method != "POST")
        return {.status = 405, .headers = {{"Allow", "GET, POST"}}};
    const auto session = m_login.sessionOf(request);
    if (!session) {
        QUrl here(request.path);
        here.setQuery(request.query);
        return Login::form(here);
    }
    if (request.method == "GET")
        return codeForm(session->csrfToken, value(request.query, "user_code"));
    const QUrlQuery form = formOf(request);
    if (value(form, "authenticity_token") != session->csrfToken)
        return refusalPage(QStringLiteral("This form is not from this page."));
    return answer(*session, form);
}

/// The first form has the code alone, the second one the decision as well.
Response DevicePages::answer(const Login::BrowserSession &session, const QUrlQuery &form)
{
    const QString userCode = value(form, "user_code");
    const auto scopes = m_codes.scopesOf(userCode);
    if (!scopes)
        return codeForm(session.csrfToken, userCode, QStringLiteral("This code is not right, or its time is over."));
    const QString decision = value(form, "authorize");
    if (decision.isEmpty()) {
        return page(200, QStringLiteral("device-consent"),
                    {{QStringLiteral("USER"), session.login},
                     {QStringLiteral("CSRF_TOKEN"), session.csrfToken},
                     {QStringLiteral("USER_CODE"), userCode}},
                    {{QStringLiteral("SCOPES"), scopeItems(*scopes)}});
    }
    const bool allows = decision == QLatin1String("1");
    m_codes.decide(userCode, session.login, allows);
    return page(200, allows ? QStringLiteral("device-connected") : QStringLiteral("device-declined"));
}

} // namespace demo
