// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/tokenendpoint.h"

#include "jsonobject.h"

#include <QCryptographicHash>

namespace demo {

using loopback::formValue;
using loopback::Request;
using loopback::Response;

namespace {

QString value(const QUrlQuery &form, const char *name)
{
    return formValue(form, QLatin1String(name)).value_or(QString());
}

QUrlQuery formOf(const Request &request)
{
    return QUrlQuery(QString::fromLatin1(request.body));
}

QList<std::pair<QString, QString>> error(const char *code, const char *description)
{
    return {{QStringLiteral("error"), QLatin1String(code)},
            {QStringLiteral("error_description"), QLatin1String(description)},
            {QStringLiteral("error_uri"), QStringLiteral("https://docs.github.com/apps/oauth")}};
}

bool isNumber(const QString &name)
{
    return name.endsWith(QLatin1String("expires_in"));
}

Response asJson(const QList<std::pair<QString, QString>> &fields)
{
    QJsonObject object;
    for (const auto &[name, text] : fields)
        object.insert(name, isNumber(name) ? QJsonValue(text.toLongLong()) : QJsonValue(text));
    return {.contentType = "application/json; charset=utf-8",
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

Response asForm(const QList<std::pair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, text] : fields)
        body += (body.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(text);
    return {.contentType = "application/x-www-form-urlencoded; charset=utf-8", .body = body};
}

QString challengeOf(const QString &verifier)
{
    return QString::fromLatin1(QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

TokenEndpoint::TokenEndpoint(const Client &client, AuthorizationPages &authorization, TokenLedger &ledger)
    : m_client(client), m_authorization(authorization), m_ledger(ledger)
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
    if (!isClient(form))
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
    const std::optional<CodeGrant> grant = m_authorization.redeem(code);
    if (!grant || challengeOf(value(form, "code_verifier")) != grant->challenge) {
        m_ledger.revoke(code); // A code that comes twice may be stolen (RFC 6749 §4.1.2).
        return error("bad_verification_code", "The code passed is incorrect or expired.");
    }
    if (value(form, "redirect_uri") != grant->redirectUri)
        return error("redirect_uri_mismatch", "The redirect_uri MUST match the registered callback URL.");
    return tokens(m_ledger.issue(code, grant->scopes));
}

TokenEndpoint::Fields TokenEndpoint::refresh(const QUrlQuery &form)
{
    const auto issued = m_ledger.refresh(value(form, "refresh_token"), m_client.rotatesRefreshTokens);
    return issued ? tokens(*issued)
                  : error("bad_refresh_token", "The refresh token passed is incorrect or expired.");
}

TokenEndpoint::Fields TokenEndpoint::tokens(const TokenLedger::Issued &issued) const
{
    Fields fields{{QStringLiteral("access_token"), issued.accessToken},
                  {QStringLiteral("token_type"), QStringLiteral("bearer")},
                  {QStringLiteral("scope"), issued.scopes.join(QLatin1Char(','))}};
    const TokenLedger::Lifetimes &lifetimes = m_ledger.lifetimes();
    if (lifetimes.access.count() > 0)
        fields.append({QStringLiteral("expires_in"), QString::number(lifetimes.access.count())});
    if (!issued.refreshToken.isEmpty()) {
        fields.append({QStringLiteral("refresh_token"), issued.refreshToken});
        fields.append({QStringLiteral("refresh_token_expires_in"), QString::number(lifetimes.refresh.count())});
    }
    return fields;
}

bool TokenEndpoint::isClient(const QUrlQuery &form) const
{
    return value(form, "client_id") == m_client.id
        && (m_client.secret.isEmpty() || value(form, "client_secret") == m_client.secret);
}

Response TokenEndpoint::revoke(const Request &request)
{
    const QUrlQuery form = formOf(request);
    if (request.method != "POST")
        return {.status = 405, .headers = {{"Allow", "POST"}}};
    if (!isClient(form))
        return {.status = 401, .contentType = "application/json", .body = R"({"error":"invalid_client"})"};
    m_ledger.revoke(value(form, "token"));
    return {};
}

Response TokenEndpoint::deleteToken(const Request &request)
{
    const QByteArray credentials = m_client.id.toUtf8() + ':' + m_client.secret.toUtf8();
    const auto answer = [](int status, const char *message) {
        const QJsonObject body{{QStringLiteral("message"), QLatin1String(message)},
                               {QStringLiteral("documentation_url"), QStringLiteral("https://docs.github.com/rest")}};
        return Response{.status = status, .contentType = "application/json; charset=utf-8",
                        .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
    };
    if (request.header("authorization") != "Basic " + credentials.toBase64())
        return answer(401, "Bad credentials");
    const Result<QJsonObject> body = readJsonObject(request.body);
    const QString token = body ? body->value(QLatin1String("access_token")).toString() : QString();
    if (token.isEmpty())
        return answer(422, "Validation Failed");
    return m_ledger.revoke(token) ? Response{.status = 204} : answer(404, "Not Found");
}

} // namespace demo
