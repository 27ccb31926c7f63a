// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/openid/idtoken.h"

#include "oauth/errorcodes.h"
#include "oauth/tokenresponse.h"
#include "result/jsonobject.h"

#include <QJsonArray>

#include <array>

namespace oauth {

namespace {

constexpr double skew = 5 * 60; // Seconds.

Error wrong(const QString &what)
{
    return Error::denied(errorcode::idTokenRefused, what);
}

Result<QJsonObject> decoded(const QString &part, const char *name)
{
    const auto bytes = QByteArray::fromBase64Encoding(part.toLatin1(), QByteArray::Base64UrlEncoding
                                                          | QByteArray::OmitTrailingEquals
                                                          | QByteArray::AbortOnBase64DecodingErrors);
    const auto object = bytes ? readJsonObject(*bytes) : Result<QJsonObject>(wrong(QLatin1String(name)));
    return object ? object : Result<QJsonObject>(wrong(QLatin1String(name)));
}

/// True if a text has the form of a signed ID token, and so can name a person.
bool isSignedToken(const QString &token)
{
    const QStringList parts = token.split(QLatin1Char('.'));
    return parts.size() == 3 && decoded(parts[0], "header") && decoded(parts[1], "claims");
}

/// RFC 7518 §3.1, RFC 8037. Neither "none" nor HMAC, whose key would be the client secret: everybody with the
/// application has that.
bool isAllowed(const QString &algorithm)
{
    static const QStringList allowed{
        QStringLiteral("RS256"), QStringLiteral("RS384"), QStringLiteral("RS512"), QStringLiteral("PS256"),
        QStringLiteral("PS384"), QStringLiteral("PS512"), QStringLiteral("ES256"), QStringLiteral("ES384"),
        QStringLiteral("ES512"), QStringLiteral("EdDSA")};
    return allowed.contains(algorithm);
}

QString text(const QJsonObject &claims, const char *name)
{
    return claims.value(QLatin1String(name)).toString();
}

/// §3.1.3.7 items 3 to 5. If there are several audiences, the token must have been issued to us.
bool isFor(const QString &clientId, const QJsonObject &claims)
{
    const QJsonValue audience = claims.value(QLatin1String("aud"));
    const QJsonArray audiences = audience.isArray() ? audience.toArray() : QJsonArray{audience};
    return audiences.contains(QJsonValue(clientId));
}

bool isIssuedTo(const QString &clientId, const QJsonObject &claims)
{
    const bool hasSeveralAudiences = claims.value(QLatin1String("aud")).toArray().size() > 1;
    const QJsonValue party = claims.value(QLatin1String("azp"));
    return party.isUndefined() || party.isNull() ? !hasSeveralAudiences : party == QJsonValue(clientId);
}

/// The claim with a wrong time; empty if there is none. Both claims are required.
QString wrongTime(const QJsonObject &claims, const QDateTime &now)
{
    const QJsonValue expiry = claims.value(QLatin1String("exp"));
    const QJsonValue issue = claims.value(QLatin1String("iat"));
    const double seconds = double(now.toSecsSinceEpoch());
    if (!expiry.isDouble() || (now.isValid() && expiry.toDouble() + skew <= seconds))
        return QStringLiteral("exp");
    if (!issue.isDouble() || (now.isValid() && issue.toDouble() - skew > seconds))
        return QStringLiteral("iat");
    return {};
}

/// OpenID Connect Core §2: at most 255 ASCII characters.
bool isSubject(const QString &subject)
{
    return !subject.isEmpty() && subject.size() <= 255
        && std::all_of(subject.begin(), subject.end(), [](QChar c) { return c >= QLatin1Char(' ') && c < QChar(0x7f); });
}

} // namespace

Result<IdToken> IdToken::read(const QString &token, const IdTokenExpectation &expected)
{
    Q_ASSERT(!expected.issuer.isEmpty() && !expected.clientId.isEmpty());
    const QStringList parts = token.split(QLatin1Char('.'));
    if (parts.size() != 3) // Five parts: it is encrypted.
        return wrong(QStringLiteral("not a signed token"));
    const auto header = decoded(parts[0], "header");
    if (!header)
        return header.error();
    const auto claims = decoded(parts[1], "claims");
    if (!claims)
        return claims.error();

    if (!isAllowed(text(*header, "alg")) || parts[2].isEmpty())
        return wrong(QStringLiteral("alg"));
    // RFC 7515 §4.1.11: an extension that we must understand, and do not.
    if (const QJsonValue extension = header->value(QLatin1String("crit")); !extension.isUndefined() && !extension.isNull())
        return wrong(QStringLiteral("crit"));
    if (text(*claims, "iss") != expected.issuer)
        return wrong(QStringLiteral("iss"));
    if (!isFor(expected.clientId, *claims))
        return wrong(QStringLiteral("aud"));
    if (!isIssuedTo(expected.clientId, *claims))
        return wrong(QStringLiteral("azp"));
    if (const QString time = wrongTime(*claims, expected.now); !time.isEmpty())
        return wrong(time);
    if (!expected.nonce.isEmpty() && text(*claims, "nonce") != expected.nonce)
        return wrong(QStringLiteral("nonce"));
    const QString subject = text(*claims, "sub");
    if (!isSubject(subject) || (!expected.subject.isEmpty() && subject != expected.subject))
        return wrong(QStringLiteral("sub"));
    return IdToken{subject};
}

bool asksForIdToken(const ClientRegistration &client)
{
    return splitScopes(client.scope).contains(QStringLiteral("openid"));
}

Result<TokenSet> withSubject(const Result<TokenSet> &tokens, const AuthorizationServer &server,
                             const ClientRegistration &client, const QString &nonce)
{
    if (!tokens || server.issuer.isEmpty() || !asksForIdToken(client))
        return tokens;
    if (tokens->idToken.isEmpty())
        return wrong(QStringLiteral("missing"));
    const auto idToken = IdToken::read(tokens->idToken, {.issuer = server.issuerText(),
                                                         .clientId = client.clientId,
                                                         .nonce = nonce,
                                                         .now = tokens->obtainedAt});
    if (!idToken)
        return idToken.error();
    TokenSet known = *tokens;
    known.subject = idToken->subject;
    return known;
}

Result<TokenSet> withSubjectOf(const TokenSet &before, const Result<TokenSet> &tokens, const AuthorizationServer &server,
                               const ClientRegistration &client)
{
    if (!tokens || before.subject.isEmpty())
        return tokens;
    // Times are not checked: a wrong clock must not end a session. Nor does a text that is no ID token, since none is due.
    const auto idToken = server.issuer.isEmpty() || !isSignedToken(tokens->idToken)
        ? Result<IdToken>(IdToken{before.subject})
        : IdToken::read(tokens->idToken, {.issuer = server.issuerText(),
                                          .clientId = client.clientId,
                                          .subject = before.subject});
    if (!idToken)
        return idToken.error();
    TokenSet known = *tokens;
    known.subject = before.subject;
    return known;
}

} // namespace oauth
