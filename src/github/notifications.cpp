// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/notifications.h"

#include "github/entries.h"
#include "github/graphql.h"
#include "github/json.h"
#include "http/pagelinks.h"

#include <QRegularExpression>

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

/// Part of an address, see markThreadRead(). GitHub sends a number as text.
QString threadOf(const QJsonObject &json)
{
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9_-]{1,64}$"));
    if (const auto number = count(json, "id"))
        return QString::number(*number);
    const QString thread = text(json, "id");
    return id.match(thread).hasMatch() ? thread : QString();
}

/// Nothing for one without an id.
std::optional<Notification> readNotification(const QJsonObject &json)
{
    const QString thread = threadOf(json);
    if (thread.isEmpty())
        return std::nullopt;
    const QJsonObject subject = object(json, "subject");
    const QJsonObject repository = object(json, "repository");
    return Notification{.thread = thread,
                        .title = text(subject, "title"),
                        .type = text(subject, "type"),
                        .reason = text(json, "reason"),
                        .repository = text(repository, "full_name"),
                        .page = pageOf(subject, webAddress(text(repository, "html_url"))),
                        .updatedAt = QDateTime::fromString(text(json, "updated_at"), Qt::ISODate)};
}

/// At most a day, as for Retry-After.
std::chrono::seconds pollInterval(const http::Answer &answer)
{
    constexpr qint64 day = 24 * 3600;
    return std::chrono::seconds(std::clamp<qint64>(answer.header("x-poll-interval").toLongLong(), 0, day));
}

/// Read ones are left out, should the server send any.
Result<Notifications> readNotifications(const http::Answer &answer)
{
    const Result<QJsonArray> array = readArray(answer.body);
    if (!array)
        return array.error();
    const auto read = [](const QJsonObject &json) {
        auto notification = readNotification(json);
        return notification ? std::optional(std::pair(*notification, json[u"unread"].toBool(true))) : std::nullopt;
    };
    const auto entries = readEntries(*array, "notifications", read);
    if (entries.areLost())
        return unreadableEntries(entries, QStringLiteral("notifications"));
    Notifications notifications;
    for (const auto &[notification, isUnread] : entries.readable) {
        if (isUnread)
            notifications.unread.append(notification);
    }
    notifications.unreadable = entries.unreadable;
    notifications.hasMore = array->size() >= notificationsPerPage || http::pageLinks(answer).hasNext;
    notifications.pollInterval = std::max(notifications.pollInterval, pollInterval(answer));
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
    return {changingRequest(apiBaseUrl, QStringLiteral("/notifications/threads/") + pathPart(thread)),
            readNothing,
            {},
            "PATCH"};
}

Request<void> markRepositoryRead(const QUrl &apiBaseUrl, const QString &repository, const QDateTime &until)
{
    const QJsonObject body{{QStringLiteral("last_read_at"), until.toUTC().toString(Qt::ISODate)}};
    const QString path = QStringLiteral("/repos/%1/%2/notifications")
                             .arg(pathPart(repository.section(QLatin1Char('/'), 0, 0)),
                                  pathPart(repository.section(QLatin1Char('/'), 1)));
    return {changingRequest(apiBaseUrl, path), readNothing, QJsonDocument(body).toJson(QJsonDocument::Compact), "PUT"};
}

} // namespace github
