// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/notifications.h"

#include "github/graphql.h"
#include "github/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace github {

namespace {

constexpr int notificationsPerPage = 50; // GitHub's maximum.

Result<void> readNothing(const http::Answer &)
{
    return {};
}

/// The web page of a thread, derived from its API URL (".../repos/OWNER/NAME/pulls/7"). Threads without a page of that
/// form link to the repository, or to one of its lists.
QUrl pageOf(const QJsonObject &subject, const QUrl &repository)
{
    const QStringList path = QUrl(text(subject, "url")).path().split(QLatin1Char('/'));
    const QString kind = path.value(path.size() - 2);
    const QString type = text(subject, "type");
    QString rest;
    if (kind == QLatin1String("pulls"))
        rest = QStringLiteral("/pull/") + path.last();
    else if (kind == QLatin1String("issues"))
        rest = QStringLiteral("/issues/") + path.last();
    else if (kind == QLatin1String("commits"))
        rest = QStringLiteral("/commit/") + path.last();
    else if (type == QLatin1String("Release"))
        rest = QStringLiteral("/releases");
    else if (type == QLatin1String("CheckSuite"))
        rest = QStringLiteral("/actions");
    else if (type == QLatin1String("Discussion"))
        rest = QStringLiteral("/discussions");
    QUrl page = repository;
    if (!page.isEmpty())
        page.setPath(page.path() + rest);
    return page;
}

Notification readNotification(const QJsonObject &json)
{
    const QJsonObject subject = object(json, "subject");
    const QJsonObject repository = object(json, "repository");
    return {.thread = text(json, "id"),
            .title = text(subject, "title"),
            .type = text(subject, "type"),
            .reason = text(json, "reason"),
            .repository = text(repository, "full_name"),
            .page = pageOf(subject, webAddress(text(repository, "html_url"))),
            .updatedAt = QDateTime::fromString(text(json, "updated_at"), Qt::ISODate)};
}

Result<Notifications> readNotifications(const http::Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isArray())
        return Error::malformed(QStringLiteral("not_json"), QStringLiteral("not an array"));
    Notifications notifications;
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries) {
        const Notification notification = readNotification(entry.toObject());
        if (!notification.thread.isEmpty() && entry[u"unread"].toBool(true))
            notifications.unread.append(notification);
    }
    notifications.hasMore = entries.size() >= notificationsPerPage;
    const int seconds = answer.header("x-poll-interval").toInt();
    notifications.pollInterval = std::max(notifications.pollInterval, std::chrono::seconds(seconds));
    return notifications;
}

QNetworkRequest changingRequest(const QUrl &apiBaseUrl, const QString &path)
{
    QNetworkRequest request = gitHubRequest(apiBaseUrl, path);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}

} // namespace

Request<Notifications> notifications(const QUrl &apiBaseUrl)
{
    return {gitHubRequest(apiBaseUrl, QStringLiteral("/notifications"), QStringLiteral("per_page=%1").arg(notificationsPerPage)),
            readNotifications};
}

Request<void> markThreadRead(const QUrl &apiBaseUrl, const QString &thread)
{
    return {changingRequest(apiBaseUrl, QStringLiteral("/notifications/threads/") + thread), readNothing, {}, "PATCH"};
}

Request<void> markRepositoryRead(const QUrl &apiBaseUrl, const QString &repository, const QDateTime &until)
{
    const QJsonObject body{{QStringLiteral("last_read_at"), until.toUTC().toString(Qt::ISODate)}};
    return {changingRequest(apiBaseUrl, QStringLiteral("/repos/%1/notifications").arg(repository)), readNothing,
            QJsonDocument(body).toJson(QJsonDocument::Compact), "PUT"};
}

} // namespace github
