// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/answerfields.h"

#include "http/ratelimit.h"
#include "oauth/errorcodes.h"
#include "result/jsonobject.h"
#include "result/printabletext.h"

#include <QHash>
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

/// Without the byte order mark that some servers begin with (RFC 8259 §8.1 lets readers ignore it).
QByteArray contentOf(const http::Answer &answer)
{
    constexpr QByteArrayView byteOrderMark = "\xef\xbb\xbf";
    const QByteArray body = answer.body.trimmed();
    return body.startsWith(byteOrderMark) ? body.mid(byteOrderMark.size()).trimmed() : body;
}

/// A page for people instead of an answer, from a captive portal, a proxy or a server's front end.
bool isPage(const QByteArray &content)
{
    return content.startsWith('<');
}

/// True if the text has the shape of a form (RFC 6749 App. B) and of nothing else.
bool isForm(const QByteArray &content)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_.-]+=[^\\s<>{}\"]*\\z"));
    return form.match(QString::fromLatin1(content)).hasMatch();
}

/// Servers mislabel their answers: what is in them tells more than their media type. An answer that is thrown away may have
/// the only copy of a new refresh token in it.
Result<QVariantMap> fieldsOf(const http::Answer &answer, const QString &malformedCode)
{
    const QByteArray content = contentOf(answer);
    if (content.isEmpty())
        return Error::malformed(malformedCode, QStringLiteral("empty"));
    const bool isLabelledForm = answer.mediaType == "application/x-www-form-urlencoded";
    if (isForm(content) || (isLabelledForm && !content.startsWith('{')))
        return formFields(content);
    const Result<QJsonObject> object = readJsonObject(content);
    if (!object)
        return object.error();
    return object->toVariantMap();
}

/// True if the status says that the client has not authenticated. A page for people may come with it.
bool isChallenge(const http::Answer &answer)
{
    return answer.status == 401 && !answer.header("www-authenticate").isNull();
}

/// True if the answer is an error. Some servers send an empty `error`, or one of another type, beside what was asked for.
bool isError(const http::Answer &answer, const QVariantMap &fields)
{
    const QVariant error = fields.value(QStringLiteral("error"));
    const bool hasContent = fields.contains(QStringLiteral("access_token")) || fields.contains(QStringLiteral("device_code"));
    if (answer.isSuccess() && hasContent)
        return !textField(fields, "error").isEmpty();
    return !error.isNull();
}

/// An error code that may be shown and logged, or an empty text; RFC 6749 §5.2 allows more characters. Frameworks and proxies
/// have the reason phrase of the status there ("Unauthorized"), which is no code, and GitHub has "Not Found".
QString plainCode(const QString &code)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9_.-]{1,64}\\z"));
    return plain.match(code).hasMatch() ? code : QString();
}

/// Microsoft and LinkedIn have words of their own for what RFC 6749 and RFC 8628 call otherwise.
QString standardCode(const QString &code)
{
    static const QHash<QString, QString> others{
        {QStringLiteral("authorization_declined"), errorcode::accessDenied},
        {QStringLiteral("user_cancelled_login"), errorcode::accessDenied},
        {QStringLiteral("user_cancelled_authorize"), errorcode::accessDenied},
        {QStringLiteral("code_expired"), errorcode::expiredToken},
    };
    return others.value(code, code);
}

/// Errors that say "not now" rather than "no".
bool isTransient(const QString &code)
{
    return code == QLatin1String("temporarily_unavailable") || code == QLatin1String("server_error");
}

QString descriptionIn(const QVariantMap &fields)
{
    return sanitizedText(textField(fields, "error_description"));
}

Error refusal(const QVariantMap &fields, const http::Answer &answer)
{
    const QString code = plainCode(textField(fields, "error"));
    if (code.isEmpty() && answer.status / 100 == 4)
        return Error::denied(errorcode::codeOfRefusal(answer.status), descriptionIn(fields));
    Error error = namedError(code, textField(fields, "error_description"));
    error.retryAfter = answer.retryAfter;
    return error;
}

/// True for the answers to a poll that ask to go on (RFC 8628 §3.5), whatever their status: 429 would be right for "slow_down".
bool asksToPollOn(const Result<QVariantMap> &fields)
{
    const QString code = fields ? textField(*fields, "error") : QString();
    return code == errorcode::slowDown || code == errorcode::authorizationPending;
}

Result<QVariantMap> fieldsOrRefusal(const http::Answer &answer, const QString &malformedCode)
{
    const Result<QVariantMap> fields = fieldsOf(answer, malformedCode);
    if (asksToPollOn(fields))
        return refusal(*fields, answer);
    if (http::isRateLimited(answer))
        return Error{Error::Kind::Unreachable, QStringLiteral("limit_reached"), {},
                     http::requestedPause(answer, QDateTime::currentDateTimeUtc())};
    if (isPage(contentOf(answer)) && !isChallenge(answer))
        return Error::malformed(errorcode::webPage, QStringLiteral("status %1").arg(answer.status));
    if (fields && isError(answer, *fields))
        return refusal(*fields, answer);
    if (answer.status / 100 == 4)
        return Error::denied(errorcode::codeOfRefusal(answer.status), fields ? descriptionIn(*fields) : QString());
    if (!answer.isSuccess())
        return Error::malformed(malformedCode, QStringLiteral("status %1").arg(answer.status));
    return fields;
}

} // namespace

Result<QVariantMap> readFields(const http::Answer &answer, const QString &malformedCode)
{
    const Result<QVariantMap> fields = fieldsOrRefusal(answer, malformedCode);
    if (fields)
        return fields;
    Error error = fields.error();
    error.status = answer.status;
    return error;
}

Error namedError(const QString &named, const QString &description)
{
    const QString code = standardCode(plainCode(named));
    const QString detail = sanitizedText(description);
    if (code.isEmpty())
        return Error::denied(QStringLiteral("unknown_error"), detail);
    return {isTransient(code) ? Error::Kind::Unreachable : Error::Kind::Denied, code, detail};
}

QString textField(const QVariantMap &fields, const char *name)
{
    const QVariant value = fields.value(QLatin1String(name));
    return value.typeId() == QMetaType::QString ? value.toString() : QString();
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

QString shortText(const QString &text)
{
    constexpr qsizetype longest = 200;
    return startOf(text, longest).trimmed();
}

QString sanitizedText(const QString &text)
{
    static const QRegularExpression perhapsSecret(QStringLiteral("[A-Za-z0-9_~+/=.-]{28,}"));
    return shortText(printableText(text).replace(perhapsSecret, QStringLiteral("…")));
}

} // namespace oauth
