// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/tokenendpoint.h"

#include "demo/form.h"
#include "demo/log.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

using Fields = QList<std::pair<QString, QString>>;

Fields error(const char *code, const char *description)
{
    qCInfo(log) << "token request refused:" << code;
    return {{QStringLiteral("error"), QLatin1String(code)},
            {QStringLiteral("error_description"), QLatin1String(description)},
            {QStringLiteral("error_uri"),
             QStringLiteral("https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/"
                            "troubleshooting-oauth-app-access-token-request-errors")}};
}

bool isNumber(const QString &name)
{
    return name.endsWith(QLatin1String("expires_in"));
}

Response asJson(const Fields &fields)
{
    QJsonObject object;
    for (const auto &[name, text] : fields)
        object.insert(name, isNumber(name) ? QJsonValue(text.toLongLong()) : QJsonValue(text));
    return {.contentType = "application/json; charset=utf-8",
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Response asForm(const Fields &fields)
{
    QByteArray body;
    for (const auto &[name, text] : fields)
        body += (body.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(text);
    return {.contentType = "application/x-www-form-urlencoded; charset=utf-8", .body = body};
}

/// RFC 7636 §4.6.
bool isVerifierOf(const QString &challenge, const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return verifier.size() >= 43 && verifier.size() <= 128
        && challenge.toLatin1() == hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

TokenEndpoint::TokenEndpoint(const Client &client, AuthorizationCodes &codes, TokenLedger &ledger)
    : m_client(client), m_codes(codes), m_ledger(ledger)
{}

Response TokenEndpoint::respond(const Request &request)
{
    if (request.method != "POST")
        return {.status = 404};
    const Fields fields = answer(formOf(request));
    return request.header("accept").contains("application/json") ? asJson(fields) : asForm(fields);
}

TokenEndpoint::Fields TokenEndpoint::answer(const QUrlQuery &form)
{
    if (!isFrom(m_client, form))
        return error("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.");
    const QString grantType = value(form, "grant_type");
    if (grantType == QLatin1String("refresh_token"))
        return refresh(form);
    if (grantType == QLatin1String("authorization_code") || grantType.isEmpty())
        return exchangeCode(form);
    return error("unsupported_grant_type", "The grant type is not supported.");
}

TokenEndpoint::Fields TokenEndpoint::exchangeCode(const QUrlQuery &form)
{
    const QString code = value(form, "code");
    const std::optional<AuthorizationRequest> request = m_codes.redeem(code);
    if (!request)
        m_ledger.revokeGrantOfCode(code); // It comes twice, and may be stolen (RFC 6749 §4.1.2).
    if (!request || !isVerifierOf(request->challenge(), value(form, "code_verifier")))
        return error("bad_verification_code", "The code passed is incorrect or expired.");
    if (value(form, "redirect_uri") != request->redirectUri())
        return error("redirect_uri_mismatch", "The redirect_uri MUST match the registered callback URL.");
    return tokens(m_ledger.issue(code, request->scopes()));
}

TokenEndpoint::Fields TokenEndpoint::refresh(const QUrlQuery &form)
{
    const auto issued = m_ledger.refresh(value(form, "refresh_token"));
    return issued ? tokens(*issued)
                  : error("bad_refresh_token", "The refresh token passed is incorrect or expired.");
}

TokenEndpoint::Fields TokenEndpoint::tokens(const TokenLedger::Issued &issued) const
{
    Fields fields{{QStringLiteral("access_token"), issued.accessToken},
                  {QStringLiteral("token_type"), QStringLiteral("bearer")},
                  {QStringLiteral("scope"), issued.scopes.join(QLatin1Char(','))}};
    const TokenLedger::Policy &policy = m_ledger.policy();
    if (policy.accessLifetime.count() > 0)
        fields.append({QStringLiteral("expires_in"), QString::number(policy.accessLifetime.count())});
    if (!issued.refreshToken.isEmpty()) {
        fields.append({QStringLiteral("refresh_token"), issued.refreshToken});
        fields.append({QStringLiteral("refresh_token_expires_in"), QString::number(policy.refreshLifetime.count())});
    }
    return fields;
}

} // namespace demo
