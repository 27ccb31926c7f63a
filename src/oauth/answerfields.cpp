// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/answerfields.h"

#include "http/errorcodes.h"
#include "result/jsonobject.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace oauth {

namespace {

QVariantMap formFields(const QByteArray &body)
{
    QVariantMap fields;
    const QUrlQuery form(QString::fromLatin1(QByteArray(body).replace('+', "%20")));
    for (const auto &[name, value] : form.queryItems(QUrl::FullyDecoded))
        fields.insert(name, value);
    return fields;
}

Result<QVariantMap> fieldsOf(const http::Answer &answer, const QString &malformedCode)
{
    const QByteArray body = answer.body.trimmed();
    if (body.isEmpty())
        return Error::malformed(malformedCode, QStringLiteral("empty"));
    if (answer.mediaType == "application/x-www-form-urlencoded")
        return formFields(body);
    const Result<QJsonObject> object = readJsonObject(body);
    if (!object)
        return object.error();
    return object->toVariantMap();
}

/// A page for people instead of an answer, from a captive portal, a proxy or a server's front end.
bool isPage(const http::Answer &answer)
{
    return answer.mediaType.endsWith("html") || answer.body.trimmed().startsWith('<');
}

/// An error code that may be shown and logged; RFC 6749 §5.2 allows more characters. GitHub answers an unknown client
/// id with 404 and "Not Found".
QString errorCode(const QVariant &value, int status)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_.-]{1,64}\\z"));
    const QString code = value.toString();
    if (plain.match(code).hasMatch())
        return code;
    return status / 100 == 4 ? http::errorcode::codeOfStatus(status) : QStringLiteral("unknown_error");
}

/// Errors that say "not now" rather than "no".
bool isTransient(const QString &code)
{
    return code == QLatin1String("temporarily_unavailable") || code == QLatin1String("server_error");
}

Error refusal(const QVariantMap &fields, int status)
{
    const QString code = errorCode(fields.value(QStringLiteral("error")), status);
    const QString description = sanitizedText(fields.value(QStringLiteral("error_description")).toString());
    return {isTransient(code) ? Error::Kind::Unreachable : Error::Kind::Denied, code, description};
}

} // namespace

Result<QVariantMap> readFields(const http::Answer &answer, const QString &malformedCode)
{
    if (isPage(answer))
        return Error::malformed(malformedCode, QStringLiteral("HTML"));
    const Result<QVariantMap> fields = fieldsOf(answer, malformedCode);
    if (fields && !fields->value(QStringLiteral("error")).isNull())
        return refusal(*fields, answer.status);
    if (answer.status / 100 == 4)
        return Error::denied(http::errorcode::codeOfStatus(answer.status));
    if (!answer.isSuccess())
        return Error::malformed(malformedCode, QStringLiteral("status %1").arg(answer.status));
    return fields;
}

std::optional<QString> textField(const QVariantMap &fields, const char *name)
{
    const QVariant value = fields.value(QLatin1String(name));
    if (value.isNull())
        return QString();
    if (value.typeId() != QMetaType::QString)
        return std::nullopt;
    return value.toString();
}

std::optional<double> secondsField(const QVariantMap &fields, const char *name, double longest)
{
    const QVariant value = fields.value(QLatin1String(name));
    bool isNumber = false;
    const double seconds = value.toDouble(&isNumber);
    if (!isNumber || value.typeId() == QMetaType::Bool || !(seconds > 0))
        return std::nullopt;
    return std::min(seconds, longest);
}

QString sanitizedText(const QString &text)
{
    static const QRegularExpression unprintable(QStringLiteral("\\p{C}+"));
    static const QRegularExpression perhapsSecret(QStringLiteral("[A-Za-z0-9_~+/=.-]{28,}"));
    QString sanitized = text;
    sanitized.replace(unprintable, QStringLiteral(" ")).replace(perhapsSecret, QStringLiteral("…"));
    return sanitized.simplified().left(200);
}

} // namespace oauth
