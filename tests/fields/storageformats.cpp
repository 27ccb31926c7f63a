// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include "session/storage/accountregistry.h"
#include "session/storage/pendingrevocation.h"
#include "session/storage/storedsession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>

namespace {

QString addressOf(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

QString timeOf(const QDateTime &time)
{
    return time.toString(Qt::ISODateWithMs);
}

/// Text and numbers are the same in a settings file.
FieldRow stored(const QByteArray &path)
{
    return optionalText(path).but(Oddity::OtherScalar, "used");
}

/// A text is a list of one.
FieldRow storedList(const QByteArray &path)
{
    return stored(path).but(Oddity::WrongType, "used").but(Oddity::List, "used");
}

FieldRow storedEntry(const QByteArray &path)
{
    return stored(path).but(Oddity::Null, "used").but(Oddity::List, "used");
}

/// Secrets are compared by their length.
QString lengthOf(const QString &secret)
{
    return QString::number(secret.size());
}

QString methodOf(const std::optional<oauth::ClientAuthMethod> &method)
{
    return method ? oauth::nameOf(*method) : QString();
}

Reading readSession(const QByteArray &document)
{
    const Result<StoredSession> session = StoredSession::fromEntry(document);
    if (!session)
        return Reading::refused(session);
    const oauth::TokenSet &tokens = session->tokens;
    return {.values = {{"id", lengthOf(session->identity.id)},
                       {"login", session->identity.login},
                       {"name", session->identity.name},
                       {"access token", lengthOf(tokens.accessToken)},
                       {"refresh token", lengthOf(tokens.refreshToken)},
                       {"scopes", lengthOf(tokens.scopes.join(QLatin1Char(' ')))},
                       {"obtained", timeOf(tokens.obtainedAt)},
                       {"expires", timeOf(tokens.expiresAt)},
                       {"refresh expires", timeOf(tokens.refreshExpiresAt)},
                       {"subject", lengthOf(tokens.subject)},
                       {"method", methodOf(tokens.authMethod)},
                       {"way", session->way},
                       {"brought", QVariant(tokens.isPersonalAccessToken).toString()},
                       {"GitHub CLI", QVariant(tokens.isFromGitHubCli).toString()},
                       {"authorize", addressOf(session->discovered.authorizationEndpoint)},
                       {"token", addressOf(session->discovered.tokenEndpoint)},
                       {"revoke", addressOf(session->discovered.revocationEndpoint)},
                       {"userinfo", addressOf(session->discovered.userinfoEndpoint)}}};
}

Reading readRevocation(const QByteArray &document)
{
    const Result<PendingRevocation> pending = PendingRevocation::fromEntry(document);
    if (!pending)
        return Reading::refused(pending);
    return {.values = {{"revoke", addressOf(pending->server.revocationEndpoint)},
                       {"applications", addressOf(pending->server.applicationsEndpoint)},
                       {"method", methodOf(pending->server.revocationAuthMethod)},
                       {"client", lengthOf(pending->client.clientId)},
                       {"secret", lengthOf(pending->client.clientSecret)},
                       {"access token", lengthOf(pending->tokens.accessToken)},
                       {"refresh token", lengthOf(pending->tokens.refreshToken)},
                       {"whole", QString::number(int(pending->extent))},
                       {"not before", timeOf(pending->notBefore)}}};
}

/// A settings file with these values: each member of an object is a group, and of a list a numbered one.
void write(QSettings &settings, const QString &key, const QJsonValue &value)
{
    const QString prefix = key.isEmpty() ? key : key + QLatin1Char('/');
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            write(settings, prefix + member.key(), member.value());
    } else if (value.isArray() && value.toArray().first().isObject()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            write(settings, prefix + QString::number(i + 1), array[i]);
    } else {
        settings.setValue(key, value.toVariant());
    }
}

Reading readSettings(const QByteArray &document)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("latchkey.conf"));
    {
        QSettings settings(file, QSettings::IniFormat);
        write(settings, {}, QJsonDocument::fromJson(document).object());
    }
    const AccountRegistry registry(file);
    const AccountRecord account = registry.active().value_or(AccountRecord());
    const auto end = registry.lastEnd();
    return {.values = {{"accounts", QString::number(registry.accounts().size())},
                       {"key", lengthOf(account.key())},
                       {"provider name", account.providerName},
                       {"host", account.host},
                       {"login", account.identity.login},
                       {"name", account.identity.name},
                       {"provider", lengthOf(registry.providerId())},
                       {"reason", end ? toText(end->reason) : QString()},
                       {"at", end ? timeOf(end->at) : QString()},
                       {"stray", QString::number(registry.strayEntries().size())},
                       {"revocations", QString::number(registry.pendingRevocations().size())}}};
}

} // namespace

QList<Format> storageFormats()
{
    return {
        {"keychain entry",
         R"({"version": 1, "id": "7", "login": "ada", "name": "Ada", "access_token": "a", "refresh_token": "r",
             "scope": "read:user", "obtained_at": "2026-01-02T03:04:05.000Z", "expires_at": "2026-01-02T11:04:05.000Z",
             "refresh_token_expires_at": "2026-07-02T03:04:05.000Z", "subject": "s", "token_endpoint_auth_method": "client_secret_basic",
             "way": "browser", "brought_token": true, "github_cli_token": true, "discovered": {"authorization_endpoint": "https://sso.example/a",
                 "token_endpoint": "https://sso.example/t", "revocation_endpoint": "https://sso.example/r",
                 "userinfo_endpoint": "https://sso.example/u"}})",
         &readSession,
         QList<FieldRow>
             {requiredText("access_token", "unreadable_entry"), optionalValue("brought_token"), optionalValue("github_cli_token"),
              optionalValue("discovered"), optionalValue("discovered/authorization_endpoint"),
              optionalValue("discovered/revocation_endpoint"), optionalValue("discovered/token_endpoint"),
              optionalValue("discovered/userinfo_endpoint"), optionalValue("expires_at"),
              requiredText("id", "unreadable_entry"), optionalText("login"), optionalText("name"),
              optionalValue("obtained_at"), optionalText("refresh_token"), optionalValue("refresh_token_expires_at"),
              optionalText("scope"), optionalText("subject"), optionalValue("token_endpoint_auth_method"),
              required("version", "unreadable_entry"), optionalText("way")}},
        {"pending revocation",
         R"({"revocation_endpoint": "https://sso.example/r", "applications_endpoint": "https://api.example/applications",
             "client_id": "c", "client_secret": "s", "revocation_endpoint_auth_method": "client_secret_basic", "access_token": "a",
             "refresh_token": "r", "whole_grant": true, "not_before": "2026-01-02T03:04:05Z"})",
         &readRevocation,
         QList<FieldRow>
             {requiredText("access_token", "unreadable_entry"), optionalValue("applications_endpoint"),
              optionalText("client_id"), optionalText("client_secret"), optionalValue("not_before"),
              optionalText("refresh_token"), optionalValue("revocation_endpoint"),
              optionalValue("revocation_endpoint_auth_method"), optionalValue("whole_grant")}},
        {"settings",
         R"({"provider": "github", "accounts": [{"provider": "github", "provider_name": "GitHub", "host": "github.com", "id": "7",
                 "login": "ada", "name": "Ada"}],
             "last_end": {"reason": "expired", "at": "2026-01-02T03:04:05Z"}, "stray_entries": ["github/8"],
             "pending_revocations": ["r"]})",
         &readSettings,
         QList<FieldRow>
             {optionalValue("accounts"), optionalValue("accounts/0"),
              stored("accounts/0/host"), stored("accounts/0/id"), stored("accounts/0/login"), stored("accounts/0/name"),
              stored("accounts/0/provider"), stored("accounts/0/provider_name"), optionalValue("last_end"),
              optionalValue("last_end/at"), optionalValue("last_end/reason"), storedList("pending_revocations"),
              storedEntry("pending_revocations/0"), stored("provider"), storedList("stray_entries"),
              storedEntry("stray_entries/0")}},
    };
}
