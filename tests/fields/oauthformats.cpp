// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include "oauth/device/deviceauthorization.h"
#include "oauth/openid/discovery.h"
#include "oauth/openid/idtoken.h"
#include "oauth/tokenresponse.h"
#include "result/jsonobject.h"
#include "support/idtokens.h"

#include <QJsonArray>

namespace {

const QDateTime now(QDate(2030, 1, 1), QTime(12, 0), Qt::UTC);

http::Answer answerOf(const QByteArray &document)
{
    return {.status = 200, .mediaType = "application/json", .body = document};
}

QString textOf(const QDateTime &time)
{
    return time.isValid() ? time.toString(Qt::ISODate) : QString();
}

/// What is not shown to people, and may be any text.
QString sizeOf(const QString &text)
{
    return QString::number(text.size());
}

QString textOf(const std::optional<oauth::ClientAuthMethod> &method)
{
    return method ? oauth::nameOf(*method) : QStringLiteral("none");
}

Reading readTokens(const QByteArray &document)
{
    const auto tokens = oauth::readTokenResponse(answerOf(document), QStringLiteral("requested"), now);
    if (!tokens)
        return Reading::refused(tokens);
    return {.values = {{"access_token", tokens->accessToken},
                       {"refresh_token", tokens->refreshToken},
                       {"id_token", sizeOf(tokens->idToken)},
                       {"scope", tokens->scopes.join(QLatin1Char(' '))},
                       {"expires_at", textOf(tokens->expiresAt)},
                       {"refresh_expires_at", textOf(tokens->refreshExpiresAt)}}};
}

/// The type of a token that is odd in nothing else.
Reading readTokenType(const QByteArray &document)
{
    const auto tokens = oauth::readTokenResponse(answerOf(document), {}, now);
    if (!tokens && tokens.error().detail != QLatin1String("token_type"))
        return Reading::refused(tokens);
    return {.values = {{"token_type", tokens ? QStringLiteral("bearer") : QStringLiteral("refused")}}};
}

Reading readRefusal(const QByteArray &document)
{
    http::Answer answer = answerOf(document);
    answer.status = 400;
    const auto tokens = oauth::readTokenResponse(answer, {}, now);
    return {.values = {{"error", tokens ? QString() : tokens.error().code},
                       {"error_description", tokens ? QString() : tokens.error().detail}}};
}

Reading readDeviceCode(const QByteArray &document)
{
    const auto response = oauth::readDeviceAuthorization(answerOf(document), now);
    if (!response)
        return Reading::refused(response);
    const oauth::DeviceAuthorization &authorization = response->authorization;
    return {.values = {{"device_code", sizeOf(response->deviceCode)},
                       {"user_code", authorization.userCode},
                       {"page", authorization.verificationUri.toString()},
                       {"page with code", authorization.verificationUriComplete.toString()},
                       {"expires_at", textOf(authorization.expiresAt)},
                       {"interval", QString::number(authorization.interval.count())}}};
}

Reading readMetadata(const QByteArray &document)
{
    oauth::AuthorizationServer known;
    known.issuer = QUrl(QStringLiteral("https://sso.example.org"));
    const auto server = oauth::completed(known, *readJsonObject(document));
    if (!server)
        return Reading::refused(server);
    const bool canSelectAccount = server->promptValues.contains(QStringLiteral("select_account"));
    return {.values = {{"issuer", server->issuerText()},
                       {"authorization_endpoint", server->authorizationEndpoint.toString()},
                       {"token_endpoint", server->tokenEndpoint.toString()},
                       {"device_authorization_endpoint", server->deviceAuthorizationEndpoint.toString()},
                       {"revocation_endpoint", server->revocationEndpoint.toString()},
                       {"userinfo_endpoint", server->userinfoEndpoint.toString()},
                       {"at the token endpoint", textOf(server->tokenAuthMethod)},
                       {"at the revocation endpoint", textOf(server->revocationAuthMethod)},
                       {"can select an account", QVariant(canSelectAccount).toString()},
                       {"names its issuer", QVariant(server->namesIssuerInResponse).toString()}}};
}

Reading readClaims(const QByteArray &document)
{
    const auto token = oauth::IdToken::read(idTokenOf(*readJsonObject(document)),
                                            {.issuer = QStringLiteral("https://sso.example.org"),
                                             .clientId = QStringLiteral("latchkey"),
                                             .nonce = QStringLiteral("n-1"),
                                             .now = now});
    return token ? Reading{.values = {{"sub", token->subject}}} : Reading::refused(token);
}

QJsonObject claimsOfSeveralAudiences()
{
    return {{QStringLiteral("iss"), QStringLiteral("https://sso.example.org")},
            {QStringLiteral("aud"), QJsonArray{QStringLiteral("latchkey"), QStringLiteral("other")}},
            {QStringLiteral("azp"), QStringLiteral("latchkey")},
            {QStringLiteral("sub"), QStringLiteral("s-7")},
            {QStringLiteral("exp"), 1893502800},
            {QStringLiteral("iat"), 1893498900}};
}

Result<oauth::IdToken> readIdToken(const QJsonObject &header, const QJsonObject &claims)
{
    return oauth::IdToken::read(idTokenOf(header, claims), {.issuer = QStringLiteral("https://sso.example.org"),
                                                            .clientId = QStringLiteral("latchkey"),
                                                            .now = now});
}

/// Whom a token with several audiences has been issued to.
Reading readParty(const QByteArray &document)
{
    QJsonObject claims = claimsOfSeveralAudiences();
    claims.insert(QStringLiteral("azp"), readJsonObject(document)->value(QStringLiteral("azp")));
    const auto token = readIdToken({{QStringLiteral("alg"), QStringLiteral("RS256")}}, claims);
    return token ? Reading{.values = {{"sub", token->subject}}} : Reading::refused(token);
}

/// Extensions that must be understood are refused as such, which is the value here.
Reading readHeader(const QByteArray &document)
{
    const auto token = readIdToken(*readJsonObject(document), claimsOfSeveralAudiences());
    if (!token && token.error().detail != QLatin1String("crit"))
        return Reading::refused(token);
    return {.values = {{"crit", token ? QStringLiteral("none") : QStringLiteral("refused")}}};
}

/// A number that may also be text.
FieldRow optionalSeconds(const QByteArray &path)
{
    return optionalValue(path).but(Oddity::OtherScalar, "used");
}

} // namespace

QList<Format> oauthFormats()
{
    const QByteArray device = "device_authorization_response";
    const QByteArray discovery = "discovery";
    return {
        {"token answer",
         R"({"access_token": "at", "refresh_token": "rt", "id_token": "a.b.c", "scope": "read write", "expires_in": 3600,
             "refresh_token_expires_in": 7200})",
         &readTokens,
         {requiredText("access_token", "no_token").but(Oddity::Controls, "refused: token_response"),
          optionalText("refresh_token").but(Oddity::Controls, "ignored"),
          optionalText("id_token"), // Validated by itself; see below.
          optionalText("scope").but(Oddity::List, "used").but(Oddity::Controls, "ignored"),
          optionalSeconds("expires_in"), optionalSeconds("refresh_token_expires_in")}},
        {"token answer, its type", R"({"access_token": "at", "token_type": "mac"})", &readTokenType,
         {requiredText("access_token", "no_token").but(Oddity::Controls, "refused: token_response"),
          optionalText("token_type")}},
        // Codes are compared and shown, so they must be words; the description is shown.
        {"token answer, refused", R"({"error": "invalid_grant", "error_description": "No."})", &readRefusal,
         {optionalValue("error"), optionalText("error_description")}},
        {"device answer",
         R"({"device_code": "dc", "user_code": "WDJB-MJHT", "verification_uri": "https://example.org/device",
             "verification_uri_complete": "https://example.org/device?c=1", "expires_in": 600, "interval": 7})",
         &readDeviceCode,
         {requiredText("device_code", device).but(Oddity::Long, "refused: " + device), required("user_code", device),
          required("verification_uri", device), optionalValue("verification_uri_complete"), optionalSeconds("expires_in"),
          optionalSeconds("interval")}},
        {"device answer of Google",
         R"({"device_code": "dc", "user_code": "WDJB-MJHT", "verification_url": "https://example.org/device",
             "verification_url_complete": "https://example.org/device?c=1"})",
         &readDeviceCode,
         {requiredText("device_code", device).but(Oddity::Long, "refused: " + device), required("user_code", device),
          required("verification_url", device), optionalValue("verification_url_complete")}},
        {"discovery",
         R"({"issuer": "https://sso.example.org", "authorization_endpoint": "https://sso.example.org/authorize",
             "token_endpoint": "https://sso.example.org/token", "revocation_endpoint": "https://sso.example.org/revoke",
             "device_authorization_endpoint": "https://sso.example.org/device",
             "userinfo_endpoint": "https://sso.example.org/userinfo",
             "token_endpoint_auth_methods_supported": ["client_secret_post"],
             "revocation_endpoint_auth_methods_supported": ["client_secret_post"],
             "prompt_values_supported": ["select_account"], "authorization_response_iss_parameter_supported": true})",
         &readMetadata,
         {required("issuer", discovery).but(Oddity::Long, "refused: wrong_issuer").but(Oddity::Controls, "refused: wrong_issuer"),
          required("authorization_endpoint", discovery), required("token_endpoint", discovery),
          optionalValue("revocation_endpoint"), optionalValue("device_authorization_endpoint"),
          optionalValue("userinfo_endpoint"), optionalValue("token_endpoint_auth_methods_supported"),
          optionalText("token_endpoint_auth_methods_supported/0"),
          optionalValue("revocation_endpoint_auth_methods_supported"),
          optionalValue("revocation_endpoint_auth_methods_supported/0"), optionalValue("prompt_values_supported"),
          optionalValue("prompt_values_supported/0"), optionalValue("authorization_response_iss_parameter_supported")}},
        {"ID token",
         R"({"iss": "https://sso.example.org", "aud": "latchkey", "sub": "s-7", "nonce": "n-1", "exp": 1893502800,
             "iat": 1893498900})",
         &readClaims,
         {required("iss", "id_token"), required("aud", "id_token").but(Oddity::List, "used"), required("sub", "id_token"),
          required("nonce", "id_token"), required("exp", "id_token"), required("iat", "id_token")}},
        {"ID token, its party", R"({"azp": "latchkey"})", &readParty, {required("azp", "id_token")}},
        // Anything in "crit" but null is an extension (RFC 7515 §4.1.11).
        {"ID token, its header", R"({"alg": "RS256", "crit": "b64"})", &readHeader,
         {required("alg", "id_token"),
          optionalText("crit").but(Oddity::WrongType, "used").but(Oddity::List, "used").but(Oddity::OtherScalar, "used")}},
    };
}
