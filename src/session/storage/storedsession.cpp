// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/storedsession.h"

#include "http/endpoint.h"
#include "result/jsonobject.h"
#include "result/printabletext.h"
#include "session/keychain/errorcodes.h"

#include <QJsonArray>

namespace {

constexpr int entryVersion = 1;
constexpr QLatin1String tokenMethodKey("token_endpoint_auth_method");
constexpr QLatin1String revocationMethodKey("revocation_endpoint_auth_method");

QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime toTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

Error unreadable(const QString &detail)
{
    return {Error::Kind::Storage, keychain::unreadableEntry, detail};
}

const std::initializer_list<std::pair<const char *, QUrl oauth::AuthorizationServer::*>> endpoints = {
    {"issuer", &oauth::AuthorizationServer::issuer},
    {"authorization_endpoint", &oauth::AuthorizationServer::authorizationEndpoint},
    {"token_endpoint", &oauth::AuthorizationServer::tokenEndpoint},
    {"revocation_endpoint", &oauth::AuthorizationServer::revocationEndpoint},
    {"userinfo_endpoint", &oauth::AuthorizationServer::userinfoEndpoint},
};

QJsonObject toJson(const oauth::AuthorizationServer &server)
{
    QJsonObject object;
    for (const auto &[name, endpoint] : endpoints) {
        if (!(server.*endpoint).isEmpty())
            object.insert(QLatin1String(name), (server.*endpoint).toString(QUrl::FullyEncoded));
    }
    if (server.tokenAuthMethod)
        object.insert(tokenMethodKey, oauth::nameOf(*server.tokenAuthMethod));
    if (server.revocationAuthMethod)
        object.insert(revocationMethodKey, oauth::nameOf(*server.revocationAuthMethod));
    return object;
}

oauth::AuthorizationServer toServer(const QJsonObject &object)
{
    oauth::AuthorizationServer server;
    for (const auto &[name, endpoint] : endpoints) {
        const QUrl url(object.value(QLatin1String(name)).toString(), QUrl::StrictMode);
        if (http::isSafeEndpoint(url))
            server.*endpoint = url;
    }
    server.tokenAuthMethod = oauth::clientAuthMethod(object.value(tokenMethodKey).toString());
    server.revocationAuthMethod = oauth::clientAuthMethod(object.value(revocationMethodKey).toString());
    return server;
}

oauth::TokenSet toTokens(const QJsonObject &object)
{
    oauth::TokenSet tokens;
    tokens.accessToken = object.value(QLatin1String("access_token")).toString();
    tokens.refreshToken = object.value(QLatin1String("refresh_token")).toString();
    tokens.scopes = object.value(QLatin1String("scope")).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    tokens.obtainedAt = toTime(object.value(QLatin1String("obtained_at")));
    tokens.expiresAt = toTime(object.value(QLatin1String("expires_at")));
    tokens.refreshExpiresAt = toTime(object.value(QLatin1String("refresh_token_expires_at")));
    tokens.subject = object.value(QLatin1String("subject")).toString();
    tokens.authMethod = oauth::clientAuthMethod(object.value(tokenMethodKey).toString());
    tokens.isPersonalAccessToken = object.value(QLatin1String("brought_token")).toBool();
    tokens.isFromGitHubCli = object.value(QLatin1String("github_cli_token")).toBool();
    return tokens;
}

} // namespace

QByteArray StoredSession::toEntry() const
{
    const QJsonObject entry{
        {QStringLiteral("version"), entryVersion},
        {QStringLiteral("id"), identity.id},
        {QStringLiteral("login"), identity.login},
        {QStringLiteral("name"), identity.name},
        {QStringLiteral("access_token"), tokens.accessToken},
        {QStringLiteral("refresh_token"), tokens.refreshToken},
        {QStringLiteral("scope"), tokens.scopes.join(QLatin1Char(' '))},
        {QStringLiteral("obtained_at"), toJson(tokens.obtainedAt)},
        {QStringLiteral("expires_at"), toJson(tokens.expiresAt)},
        {QStringLiteral("refresh_token_expires_at"), toJson(tokens.refreshExpiresAt)},
        {QStringLiteral("subject"), tokens.subject},
        {tokenMethodKey, tokens.authMethod ? oauth::nameOf(*tokens.authMethod) : QJsonValue()},
        {QStringLiteral("brought_token"), tokens.isPersonalAccessToken},
        {QStringLiteral("github_cli_token"), tokens.isFromGitHubCli},
        {QStringLiteral("discovered"), toJson(discovered)},
        {QStringLiteral("way"), way},
    };
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

Result<StoredSession> StoredSession::fromEntry(const QByteArray &entry)
{
    const Result<QJsonObject> object = readJsonObject(entry);
    if (!object)
        return unreadable(object.error().detail);
    const qint64 version = object->value(QLatin1String("version")).toInteger();
    if (version > entryVersion)
        return Error{Error::Kind::Storage, QStringLiteral("newer_entry"), QStringLiteral("version %1").arg(version)};

    StoredSession session;
    session.identity = {object->value(QLatin1String("id")).toString(),
                        printableText(object->value(QLatin1String("login")).toString()),
                        printableText(object->value(QLatin1String("name")).toString())};
    session.tokens = toTokens(*object);
    session.discovered = toServer(object->value(QLatin1String("discovered")).toObject());
    session.way = printableText(object->value(QLatin1String("way")).toString());
    if (version != entryVersion || session.identity.id.isEmpty() || session.tokens.accessToken.isEmpty())
        return unreadable(QStringLiteral("version, id or access_token"));
    return session;
}

Provider withDiscovered(const Provider &provider, const StoredSession &session)
{
    if (!provider.needsDiscovery())
        return provider;
    Provider complete = provider;
    complete.server = session.discovered;
    // The issuer may spell itself in another way than the provider file does.
    if (!http::isSameOrigin(complete.server.issuer, provider.server.issuer))
        complete.server.issuer = provider.server.issuer;
    return complete;
}
