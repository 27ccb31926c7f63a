// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/notifications.h"

#include "github/api/entries.h"
#include "github/api/graphql.h"
#include "github/api/json.h"
#include "http/pagelinks.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace github {

namespace {

constexpr int notificationsPerPage = 50; // GitHub's maximum.

Result<void> readNothing(const http::Answer &)
{
    return {};
}

/// Where the repository's subjects of this type are; empty for the repository itself.
QString listOf(const QString &type)
{
    static const QHash<QString, QString> lists{{QStringLiteral("Release"), QStringLiteral("/releases")},
                                               {QStringLiteral("CheckSuite"), QStringLiteral("/actions")},
                                               {QStringLiteral("WorkflowRun"), QStringLiteral("/actions")},
                                               {QStringLiteral("Discussion"), QStringLiteral("/discussions")},
                                               {QStringLiteral("RepositoryInvitation"), QStringLiteral("/invitations")},
                                               {QStringLiteral("RepositoryVulnerabilityAlert"), QStringLiteral("/security/dependabot")},
                                               {QStringLiteral("RepositoryDependabotAlertsThread"), QStringLiteral("/security/dependabot")}};
    return lists.value(type);
}

/// The number of a pull request or an issue, from its API URL.
qint64 numberOf(const QJsonObject &subject)
{
    const QStringList path = QUrl(text(subject, "url")).path().split(QLatin1Char('/'));
    const QString kind = path.value(path.size() - 2);
    const bool isNumbered = kind == QLatin1String("pulls") || kind == QLatin1String("issues");
    return isNumbered ? std::max<qint64>(0, path.last().toLongLong()) : 0;
}

/// The web page of a thread, derived from its API URL (".../repos/OWNER/NAME/pulls/7"). Threads without a page of that
/// form link to the repository, or to one of its lists.
QUrl pageOf(const QJsonObject &subject, const QUrl &repository)
{
    const QStringList path = QUrl(text(subject, "url")).path().split(QLatin1Char('/'));
    const QString kind = path.value(path.size() - 2);
    QString rest;
    if (kind == QLatin1String("pulls"))
        rest = QStringLiteral("/pull/") + path.last();
    else if (kind == QLatin1String("issues"))
        rest = QStringLiteral("/issues/") + path.last();
    else if (kind == QLatin1String("commits"))
        rest = QStringLiteral("/commit/") + path.last();
    else
        rest = listOf(text(subject, "type"));
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
                        .number = numberOf(subject),
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
