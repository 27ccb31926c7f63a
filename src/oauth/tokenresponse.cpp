// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/tokenresponse.h"

#include "oauth/answerfields.h"
#include "oauth/errorcodes.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace oauth {

namespace {

const QString malformedCode = QStringLiteral("token_response");
constexpr double tenYears = 10.0 * 365 * 24 * 3600;

Error malformedResponse(const QString &detail)
{
    return Error::malformed(malformedCode, detail);
}

/// The end of a lifetime in seconds, rounded up. Invalid if it is absent or senseless, so that only the server's 401 ends
/// the token.
QDateTime endOfLife(const QVariantMap &fields, const char *name, const QDateTime &now)
{
    const auto seconds = secondsField(fields, name, tenYears);
    return seconds ? now.addSecs(qint64(std::ceil(*seconds))) : QDateTime();
}

/// Only bearer tokens can be used (RFC 6749 §7.1). An answer without a type is taken for one of those.
bool isUsableType(const QString &type)
{
    return type.isEmpty() || type.trimmed().compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0;
}

QString usableOrNone(const QString &token)
{
    return isUsableToken(token) ? token : QString();
}

/// The scopes that the answer names, as text or as a list; nothing if it does not say. Words that no scope can be
/// (RFC 6749 §3.3) are left out.
std::optional<QStringList> grantedScopes(const QVariantMap &fields)
{
    const QVariant value = fields.value(QStringLiteral("scope"));
    const bool isList = value.typeId() == QMetaType::QVariantList;
    if (!isList && value.typeId() != QMetaType::QString)
        return std::nullopt;
    const QStringList named = splitScopes(isList ? value.toStringList().join(QLatin1Char(' ')) : value.toString());
    QStringList scopes;
    std::copy_if(named.begin(), named.end(), std::back_inserter(scopes), &isUsableToken);
    return scopes.isEmpty() && !named.isEmpty() ? std::nullopt : std::optional(scopes);
}

/// A success with nothing in it, or with `null`, a list or a word. A page for people, or an object that breaks off, may have
/// another author or have been whole.
bool isSuccessWithoutObject(const http::Answer &answer, const Error &error)
{
    return answer.isSuccess() && error.kind == Error::Kind::Malformed && error.code != errorcode::webPage
        && !answer.body.contains('{');
}

} // namespace

Result<TokenSet> readTokenResponse(const http::Answer &answer, const QString &requestedScope, const QDateTime &now)
{
    const Result<QVariantMap> fields = readFields(answer, malformedCode);
    if (!fields && isSuccessWithoutObject(answer, fields.error()))
        return Error::malformed(errorcode::noToken, fields.error().detail);
    if (!fields)
        return fields.error();

    const QString accessToken = textField(*fields, "access_token");
    if (accessToken.isEmpty())
        return Error::malformed(errorcode::noToken);
    if (!isUsableToken(accessToken))
        return malformedResponse(QStringLiteral("access_token"));
    if (!isUsableType(textField(*fields, "token_type")))
        return malformedResponse(QStringLiteral("token_type"));

    TokenSet tokens;
    tokens.accessToken = accessToken;
    tokens.refreshToken = usableOrNone(textField(*fields, "refresh_token"));
    tokens.idToken = textField(*fields, "id_token");
    tokens.scopes = grantedScopes(*fields).value_or(splitScopes(requestedScope));
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
