// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/tokenendpoint.h"

#include "demo/web/form.h"

#include <QCryptographicHash>

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

/// Checks a PKCE verifier (RFC 7636 §4.6).
bool isVerifierOf(const QString &challenge, const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return verifier.size() >= 43 && verifier.size() <= 128
        && challenge.toLatin1() == hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

TokenEndpoint::TokenEndpoint(const Client &client, AuthorizationCodes &codes, DeviceCodes &deviceCodes,
                             TokenLedger &ledger)
    : m_client(client), m_codes(codes), m_deviceCodes(deviceCodes), m_ledger(ledger)
{}

Response TokenEndpoint::respond(const Request &request)
{
    if (request.method != "POST")
        return {.status = 404};
    return oauthAnswer(request, answer(formOf(request)));
}

AnswerFields TokenEndpoint::answer(const QUrlQuery &form)
{
    const QString grantType = value(form, "grant_type");
    if (grantType == QLatin1String("urn:ietf:params:oauth:grant-type:device_code"))
        return exchangeDeviceCode(form);
    if (!isFrom(m_client, form))
        return errorFields("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.");
    if (grantType == QLatin1String("refresh_token"))
        return refresh(form);
    if (grantType == QLatin1String("authorization_code") || grantType.isEmpty())
        return exchangeCode(form);
    return errorFields("unsupported_grant_type", "The grant type is not supported.");
}

AnswerFields TokenEndpoint::exchangeCode(const QUrlQuery &form)
{
    const QString code = value(form, "code");
    const auto agreement = m_codes.redeem(code);
    if (!agreement)
        m_ledger.revokeGrantOfCode(code); // A code that is used twice may be stolen (RFC 6749 §4.1.2).
    if (!agreement || !isVerifierOf(agreement->request.challenge(), value(form, "code_verifier")))
        return errorFields("bad_verification_code", "The code passed is incorrect or expired.");
    if (value(form, "redirect_uri") != agreement->request.redirectUri())
        return errorFields("redirect_uri_mismatch", "The redirect_uri MUST match the registered callback URL.");
    return tokens(m_ledger.issue(code, agreement->request.scopes(), agreement->login));
}

/// Needs no client secret, as on GitHub.
AnswerFields TokenEndpoint::exchangeDeviceCode(const QUrlQuery &form)
{
    using Standing = DeviceCodes::Standing;
    if (value(form, "client_id") != m_client.id)
        return errorFields("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.");
    const QString code = value(form, "device_code");
    const DeviceCodes::Answer answer = m_deviceCodes.poll(code);
    switch (answer.standing) {
    case Standing::Unknown: break;
    case Standing::Expired: return errorFields("expired_token", "The device_code has expired.");
    case Standing::AskedTooSoon:
        return errorFields("slow_down", "Too many requests have been made in the same timeframe.")
            + AnswerFields{{QStringLiteral("interval"), QString::number(answer.interval.count())}};
    case Standing::Pending: return errorFields("authorization_pending", "The authorization request is still pending.");
    case Standing::Denied: return errorFields("access_denied", "The authorization request was denied.");
    case Standing::Granted: return tokens(m_ledger.issue(code, answer.scopes, answer.login));
    }
    return errorFields("incorrect_device_code", "The device_code provided is not valid.");
}

AnswerFields TokenEndpoint::refresh(const QUrlQuery &form)
{
    const auto issued = m_ledger.refresh(value(form, "refresh_token"));
    return issued ? tokens(*issued)
                  : errorFields("bad_refresh_token", "The refresh token passed is incorrect or expired.");
}

AnswerFields TokenEndpoint::tokens(const TokenLedger::Issued &issued) const
{
    AnswerFields fields{{QStringLiteral("access_token"), issued.accessToken},
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
