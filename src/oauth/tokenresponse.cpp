// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/tokenresponse.h"

#include "oauth/answerfields.h"

#include <algorithm>

namespace oauth {

namespace {

const QString malformedCode = QStringLiteral("token_response");
constexpr double tenYears = 10.0 * 365 * 24 * 3600;

Error malformedResponse(const QString &detail)
{
    return Error::malformed(malformedCode, detail);
}

/// The end of a lifetime given in seconds; invalid if it is absent or senseless, so that only the server's 401 ends the
/// token.
QDateTime endOfLife(const QVariantMap &fields, const char *name, const QDateTime &now)
{
    const auto seconds = secondsField(fields, name, tenYears);
    return seconds ? now.addSecs(qint64(*seconds)) : QDateTime();
}

} // namespace

Result<TokenSet> readTokenResponse(const http::Answer &answer, const QString &requestedScope, const QDateTime &now)
{
    const Result<QVariantMap> fields = readFields(answer, malformedCode);
    if (!fields)
        return fields.error();

    const auto accessToken = textField(*fields, "access_token");
    const auto refreshToken = textField(*fields, "refresh_token");
    const auto tokenType = textField(*fields, "token_type");
    const auto idToken = textField(*fields, "id_token");
    const auto scope = textField(*fields, "scope");
    if (!accessToken || !isUsableToken(*accessToken))
        return malformedResponse(QStringLiteral("access_token"));
    if (!refreshToken || !(refreshToken->isEmpty() || isUsableToken(*refreshToken)))
        return malformedResponse(QStringLiteral("refresh_token"));
    if (!tokenType || !(tokenType->isEmpty() || tokenType->compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0))
        return malformedResponse(QStringLiteral("token_type"));
    if (!idToken)
        return malformedResponse(QStringLiteral("id_token"));
    if (!scope)
        return malformedResponse(QStringLiteral("scope"));

    TokenSet tokens;
    tokens.accessToken = *accessToken;
    tokens.refreshToken = *refreshToken;
    tokens.idToken = *idToken;
    tokens.scopes = splitScopes(scope->isNull() ? requestedScope : *scope);
    tokens.obtainedAt = now;
    tokens.expiresAt = endOfLife(*fields, "expires_in", now);
    tokens.refreshExpiresAt = endOfLife(*fields, "refresh_token_expires_in", now);
    return tokens;
}

bool isUsableToken(const QString &token)
{
    return !token.isEmpty()
        && std::all_of(token.begin(), token.end(), [](QChar c) { return c > QLatin1Char(' ') && c < QChar(0x7f); });
}

QStringList splitScopes(const QString &scope)
{
    return QString(scope).replace(QLatin1Char(','), QLatin1Char(' ')).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace oauth
