// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/site/tokenpage.h"

#include "demo/web/form.h"
#include "demo/web/page.h"
#include "demo/web/paths.h"
#include "demo/web/secret.h"

namespace demo {

using loopback::Request;
using loopback::Response;

Response TokenPage::respond(const Request &request)
{
    if (request.method != "GET" && request.method != "POST")
        return {.status = 405, .headers = {{"Allow", "GET, POST"}}};
    const auto session = m_login.sessionOf(request);
    if (!session)
        return Login::form(QUrl(paths::newPersonalAccessToken));
    const QUrlQuery form = formOf(request);
    if (request.method == "GET" || value(form, "authenticity_token") != session->csrfToken)
        return page(200, QStringLiteral("token-form"), {{QStringLiteral("CSRF_TOKEN"), session->csrfToken}});
    const TokenLedger::Issued issued = m_ledger.issue(newSecret(), {QStringLiteral("read:user")}, session->login);
    return page(200, QStringLiteral("token-made"), {{QStringLiteral("TOKEN"), issued.accessToken}});
}

} // namespace demo
