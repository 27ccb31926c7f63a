// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/identity.h"

#include "result/jsonobject.h"
#include "result/printabletext.h"

namespace {

QString firstText(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const QString text = printableText(object.value(QLatin1String(key)).toString());
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// Marked if characters were removed from it: it must not look like the login of somebody else.
QString loginOf(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const QString raw = object.value(QLatin1String(key)).toString().trimmed();
        const QString login = printableText(raw);
        if (!login.isEmpty())
            return login == raw ? login : login + alteredLoginMark;
    }
    return {};
}

/// A number, which some servers send as text.
qint64 numberOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

Identity gitHubIdentity(const QJsonObject &user)
{
    const qint64 id = numberOf(user.value(QLatin1String("id")));
    return {id > 0 ? QString::number(id) : QString(), loginOf(user, {"login"}), firstText(user, {"name"})};
}

/// The subject is a key: it is taken as it is, or not at all (OpenID Connect Core §2: at most 255 ASCII characters).
QString subjectOf(const QJsonObject &claims)
{
    const QString subject = claims.value(QLatin1String("sub")).toString();
    return subject.size() <= 255 && isPrintable(subject) ? subject : QString();
}

Identity oidcIdentity(const QJsonObject &claims)
{
    return {subjectOf(claims), loginOf(claims, {"preferred_username", "nickname", "email", "sub"}),
            firstText(claims, {"name"})};
}

} // namespace

Result<Identity> readIdentity(Provider::Api api, const QByteArray &body)
{
    const Result<QJsonObject> object = readJsonObject(body);
    if (!object)
        return object.error();
    const Identity identity = api == Provider::Api::GitHub ? gitHubIdentity(*object) : oidcIdentity(*object);
    if (identity.id.isEmpty() || identity.login.isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("identity"), QStringLiteral("id or login is missing")};
    return identity;
}
