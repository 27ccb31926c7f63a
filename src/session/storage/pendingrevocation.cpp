// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/pendingrevocation.h"

#include "http/endpoint.h"
#include "result/jsonobject.h"
#include "session/keychain/errorcodes.h"

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString toText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QUrl endpoint(const QJsonObject &object, const char *key)
{
    const QUrl url(text(object, key), QUrl::StrictMode);
    return http::isSafeEndpoint(url) ? url : QUrl();
}

} // namespace

QByteArray PendingRevocation::toEntry() const
{
    const auto method =
        oauth::ClientAuthentication::atRevocationEndpoint(server, oauth::registrationFor(tokens, client)).method();
    const auto address = [](const QUrl &url) { return url.toString(QUrl::FullyEncoded); };
    return QJsonDocument(QJsonObject{
        {QStringLiteral("revocation_endpoint"), address(server.revocationEndpoint)},
        {QStringLiteral("applications_endpoint"), address(server.applicationsEndpoint)},
        {QStringLiteral("client_id"), client.clientId},
        {QStringLiteral("client_secret"), client.clientSecret},
        {QStringLiteral("revocation_endpoint_auth_method"), method ? oauth::nameOf(*method) : QJsonValue()},
        {QStringLiteral("access_token"), tokens.accessToken},
        {QStringLiteral("refresh_token"), tokens.refreshToken},
        {QStringLiteral("whole_grant"), extent == oauth::Extent::Grant},
        {QStringLiteral("since"), toText(since)},
        {QStringLiteral("not_before"), toText(notBefore)},
    }).toJson(QJsonDocument::Compact);
}

Result<PendingRevocation> PendingRevocation::fromEntry(const QByteArray &entry)
{
    const Result<QJsonObject> object = readJsonObject(entry);
    PendingRevocation pending;
    if (object) {
        pending.server.revocationEndpoint = endpoint(*object, "revocation_endpoint");
        pending.server.applicationsEndpoint = endpoint(*object, "applications_endpoint");
        pending.client.clientId = text(*object, "client_id");
        pending.client.clientSecret = text(*object, "client_secret");
        pending.server.revocationAuthMethod = oauth::clientAuthMethod(text(*object, "revocation_endpoint_auth_method"));
        pending.tokens.accessToken = text(*object, "access_token");
        pending.tokens.refreshToken = text(*object, "refresh_token");
        pending.extent = object->value(QLatin1String("whole_grant")).toBool() ? oauth::Extent::Grant : oauth::Extent::Tokens;
        pending.since = QDateTime::fromString(text(*object, "since"), Qt::ISODate);
        pending.notBefore = QDateTime::fromString(text(*object, "not_before"), Qt::ISODate);
    }
    if (pending.tokens.accessToken.isEmpty())
        return Error{Error::Kind::Storage, keychain::unreadableEntry, QStringLiteral("a pending revocation")};
    return pending;
}
