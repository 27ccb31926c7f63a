// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/revocationendpoints.h"

#include "demo/web/apierror.h"
#include "demo/web/form.h"
#include "demo/web/paths.h"
#include "result/jsonobject.h"

namespace demo {

using loopback::Request;
using loopback::Response;

RevocationEndpoints::RevocationEndpoints(const Client &client, TokenLedger &ledger) : m_client(client), m_ledger(ledger)
{}

/// An unknown token counts as revoked (RFC 7009 §2.2). The token type hint is ignored.
Response RevocationEndpoints::revoke(const Request &request)
{
    const QUrlQuery form = formOf(request);
    if (request.method != "POST")
        return {.status = 405, .headers = {{"Allow", "POST"}}};
    if (!isFrom(m_client, form))
        return {.status = 401, .contentType = "application/json", .body = R"({"error":"invalid_client"})"};
    m_ledger.revoke(value(form, "token"));
    return {};
}

Response RevocationEndpoints::deleteToken(const Request &request)
{
    const QString path = QStringLiteral("%1/%2/").arg(paths::applications, m_client.id);
    const bool isWholeGrant = request.path == path + QLatin1String("grant");
    if (request.method != "DELETE" || (request.path != path + QLatin1String("token") && !isWholeGrant))
        return apiError(404, "Not Found");
    const QByteArray credentials = m_client.id.toUtf8() + ':' + m_client.secret.toUtf8();
    if (m_client.secret.isEmpty() || request.header("authorization") != "Basic " + credentials.toBase64())
        return apiError(401, "Bad credentials");
    const Result<QJsonObject> body = readJsonObject(request.body);
    const QString token = body ? body->value(QLatin1String("access_token")).toString() : QString();
    if (token.isEmpty())
        return apiError(422, "Validation Failed");
    if (!m_ledger.revokeGrant(token))
        return apiError(404, "Not Found");
    if (isWholeGrant) // There is only one person and one application.
        m_ledger.revokeAll();
    return {.status = 204};
}

} // namespace demo
