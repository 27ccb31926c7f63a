// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/tokenresponse.h"

#include "jsonobject.h"

#include <QRegularExpression>
#include <QUrlQuery>
#include <QVariantMap>

#include <algorithm>
#include <limits>

namespace oauth {

namespace {

constexpr qint64 tenYears = 10LL * 365 * 24 * 3600;

Error malformed(const QString &detail)
{
    return {Error::Kind::Malformed, QStringLiteral("token_response"), detail};
}

QVariantMap formFields(const QByteArray &body)
{
    QVariantMap fields;
    const QUrlQuery form(QString::fromLatin1(QByteArray(body).replace('+', "%20")));
    for (const auto &[name, value] : form.queryItems(QUrl::FullyDecoded))
        fields.insert(name, value);
    return fields;
}

Result<QVariantMap> fieldsOf(const HttpAnswer &answer)
{
    const QByteArray body = answer.body.trimmed();
    if (body.isEmpty())
        return malformed(QStringLiteral("empty"));
    if (answer.contentType == "application/x-www-form-urlencoded")
        return formFields(body);
    const Result<QJsonObject> object = readJsonObject(body);
    if (!object)
        return object.error();
    return object->toVariantMap();
}

/// A page for people in place of an answer: a captive portal, a proxy, a server's front.
bool isPage(const HttpAnswer &answer)
{
    return answer.contentType.endsWith("html") || answer.body.trimmed().startsWith('<');
}

/// An error code as it may be shown and logged (RFC 6749 §5.2 allows more than this).
QString errorCode(const QVariant &value)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_.-]{1,64}\\z"));
    const QString code = value.toString();
    return plain.match(code).hasMatch() ? code : QStringLiteral("unknown_error");
}

/// Errors that say "not now" rather than "no".
bool isPassing(const QString &code)
{
    return code == QLatin1String("temporarily_unavailable") || code == QLatin1String("server_error");
}

Error refusal(const QVariantMap &fields)
{
    const QString code = errorCode(fields.value(QStringLiteral("error")));
    const QString description = harmlessText(fields.value(QStringLiteral("error_description")).toString());
    return {isPassing(code) ? Error::Kind::Unreachable : Error::Kind::Denied, code, description};
}

/// Only what may stand in an Authorization header (RFC 6750 §2.1, widened to all visible ASCII).
bool isUsableToken(const QString &token)
{
    return !token.isEmpty()
        && std::all_of(token.begin(), token.end(), [](QChar c) { return c > QLatin1Char(' ') && c < QChar(0x7f); });
}

/// A string member; null where it is absent, nothing where it has another type.
std::optional<QString> text(const QVariantMap &fields, const char *name)
{
    const QVariant value = fields.value(QLatin1String(name));
    if (value.isNull())
        return QString();
    if (value.typeId() != QMetaType::QString)
        return std::nullopt;
    return value.toString();
}

/// When something ends that lives for the seconds in a member; invalid where they are absent or make no sense, so that
/// only the server's 401 ends it.
QDateTime endOfLife(const QVariantMap &fields, const char *name, const QDateTime &now)
{
    const QVariant value = fields.value(QLatin1String(name));
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (!isNumber || value.typeId() == QMetaType::Bool || !(seconds > 0))
        return {};
    return now.addSecs(qint64(std::min(seconds, double(tenYears))));
}

} // namespace

Result<TokenSet> readTokenResponse(const HttpAnswer &answer, const QString &requestedScope, const QDateTime &now)
{
    if (isPage(answer))
        return malformed(QStringLiteral("HTML"));
    const Result<QVariantMap> fields = fieldsOf(answer);
    if (fields && !fields->value(QStringLiteral("error")).isNull())
        return refusal(*fields);
    if (answer.status / 100 == 4)
        return Error{Error::Kind::Denied, QStringLiteral("http_%1").arg(answer.status)};
    if (!answer.isSuccess())
        return malformed(QStringLiteral("status %1").arg(answer.status));
    if (!fields)
        return fields.error();

    const auto accessToken = text(*fields, "access_token");
    const auto refreshToken = text(*fields, "refresh_token");
    const auto tokenType = text(*fields, "token_type");
    const auto scope = text(*fields, "scope");
    if (!accessToken || !isUsableToken(*accessToken))
        return malformed(QStringLiteral("access_token"));
    if (!refreshToken || !(refreshToken->isEmpty() || isUsableToken(*refreshToken)))
        return malformed(QStringLiteral("refresh_token"));
    if (!tokenType || !(tokenType->isEmpty() || tokenType->compare(QLatin1String("bearer"), Qt::CaseInsensitive) == 0))
        return malformed(QStringLiteral("token_type"));
    if (!scope)
        return malformed(QStringLiteral("scope"));

    TokenSet tokens;
    tokens.accessToken = *accessToken;
    tokens.refreshToken = *refreshToken;
    tokens.scopes = splitScopes(scope->isNull() ? requestedScope : *scope);
    tokens.obtainedAt = now;
    tokens.expiresAt = endOfLife(*fields, "expires_in", now);
    tokens.refreshExpiresAt = endOfLife(*fields, "refresh_token_expires_in", now);
    return tokens;
}

QStringList splitScopes(const QString &scope)
{
    static const QRegularExpression separator(QStringLiteral("[ ,]+"));
    return scope.split(separator, Qt::SkipEmptyParts);
}

QString harmlessText(const QString &text)
{
    static const QRegularExpression unprintable(QStringLiteral("\\p{C}+"));
    static const QRegularExpression perhapsSecret(QStringLiteral("[A-Za-z0-9_~+/=.-]{28,}"));
    QString harmless = text;
    harmless.replace(unprintable, QStringLiteral(" ")).replace(perhapsSecret, QStringLiteral("…"));
    return harmless.simplified().left(200);
}

} // namespace oauth
