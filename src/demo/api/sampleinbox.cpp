// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/sampleinbox.h"

#include "demo/api/samplerepository.h"
#include "demo/web/resource.h"

#include <QJsonDocument>

namespace demo {

namespace {

QJsonArray listed(const SampleAccount &account, const char *list)
{
    return QJsonDocument::fromJson(resource(account.folder() + QStringLiteral("inbox.json")))[QLatin1String(list)].toArray();
}

QString fullNameOf(const QJsonObject &notification)
{
    return notification[u"owner"].toString() + QLatin1Char('/') + notification[u"repository"].toString();
}

/// The API URL of a thread's subject. Only numbered subjects and commits have one; for the others, GitHub's description
/// requires a string.
QString addressOf(const QJsonObject &entry, const QString &repositoryUrl)
{
    const QString number = QString::number(entry[u"number"].toInt());
    if (entry[u"type"].toString() == QLatin1String("PullRequest"))
        return repositoryUrl + QStringLiteral("/pulls/") + number;
    if (entry[u"type"].toString() == QLatin1String("Issue"))
        return repositoryUrl + QStringLiteral("/issues/") + number;
    if (entry[u"type"].toString() == QLatin1String("Commit"))
        return repositoryUrl + QStringLiteral("/commits/") + entry[u"sha"].toString();
    return QStringLiteral("");
}

QJsonObject labelsOf(const QJsonObject &entry)
{
    return {{QStringLiteral("nodes"), entry[u"labels"].toArray()}};
}

QJsonObject withType(const char *type, QJsonObject object)
{
    object.insert(QStringLiteral("__typename"), QLatin1String(type));
    return object;
}

} // namespace

SampleInbox::SampleInbox(const SampleAccount &account) : m_account(account), m_start(account.start()) {}

QString SampleInbox::time(const QJsonObject &entry) const
{
    return m_start.addSecs(-60 * entry[u"minutes_ago"].toInt()).toString(Qt::ISODate);
}

QJsonArray SampleInbox::notifications() const
{
    QJsonArray unread;
    const QJsonArray entries = listed(m_account, "notifications");
    for (const QJsonValue &entry : entries) {
        if (!m_read.contains(entry[u"id"].toString()))
            unread.append(notification(entry.toObject()));
    }
    return unread;
}

bool SampleInbox::markRead(const QString &thread)
{
    const QJsonArray entries = listed(m_account, "notifications");
    for (const QJsonValue &entry : entries) {
        if (entry[u"id"].toString() == thread) {
            m_read.insert(thread);
            return true;
        }
    }
    return false;
}

void SampleInbox::markRepositoryRead(const QString &fullName)
{
    const QJsonArray entries = listed(m_account, "notifications");
    for (const QJsonValue &entry : entries) {
        if (fullNameOf(entry.toObject()) == fullName)
            m_read.insert(entry[u"id"].toString());
    }
}

/// One of the person's repositories, or one that is known by its name alone.
QJsonObject SampleInbox::repositoryOf(const QJsonObject &entry) const
{
    for (const QJsonValue &repository : m_account.repositories()) {
        if (repository[u"full_name"].toString() == fullNameOf(entry))
            return repository.toObject();
    }
    const QJsonObject facts{{QStringLiteral("owner"), entry[u"owner"]}, {QStringLiteral("name"), entry[u"repository"]},
                            {QStringLiteral("description"), QJsonValue::Null}, {QStringLiteral("since"), m_start.date().year()}};
    QByteArray repository = QJsonDocument(sampleRepository(facts, m_account.login(), m_start)).toJson();
    const QUrl origin = QUrl(m_account.own()[u"html_url"].toString()).adjusted(QUrl::RemovePath);
    return QJsonDocument::fromJson(repository.replace("https://demo.invalid", origin.toEncoded())).object();
}

QJsonObject SampleInbox::notification(const QJsonObject &entry) const
{
    const QJsonObject repository = repositoryOf(entry);
    const QString address = addressOf(entry, repository[u"url"].toString());
    const QString thread = m_account.own()[u"url"].toString().section(QLatin1Char('/'), 0, -3)
        + QStringLiteral("/notifications/threads/") + entry[u"id"].toString();
    return {{QStringLiteral("id"), entry[u"id"]},
            {QStringLiteral("unread"), true},
            {QStringLiteral("reason"), entry[u"reason"]},
            {QStringLiteral("updated_at"), time(entry)},
            {QStringLiteral("last_read_at"), QJsonValue::Null},
            {QStringLiteral("subject"), QJsonObject{{QStringLiteral("title"), entry[u"title"]},
                                                    {QStringLiteral("url"), address},
                                                    {QStringLiteral("latest_comment_url"), address},
                                                    {QStringLiteral("type"), entry[u"type"]}}},
            {QStringLiteral("repository"), repository},
            {QStringLiteral("url"), thread},
            {QStringLiteral("subscription_url"), thread + QStringLiteral("/subscription")}};
}

QJsonObject SampleInbox::openWork(bool withPrivate) const
{
    const QJsonArray reviews = items("reviews", "PullRequest", withPrivate);
    const QJsonArray issues = items("issues", "Issue", withPrivate);
    QJsonArray own = items("pull_requests", "PullRequest", withPrivate);
    for (QJsonValueRef pullRequest : own) {
        QJsonObject untyped = pullRequest.toObject();
        untyped.remove(QStringLiteral("__typename"));
        pullRequest = untyped;
    }
    const QJsonObject viewer{{QStringLiteral("login"), m_account.login()},
                             {QStringLiteral("pullRequests"), QJsonObject{{QStringLiteral("totalCount"), own.size()},
                                                                          {QStringLiteral("nodes"), own}}}};
    const auto found = [](const QJsonArray &nodes) {
        return QJsonObject{{QStringLiteral("issueCount"), nodes.size()}, {QStringLiteral("nodes"), nodes}};
    };
    return {{QStringLiteral("viewer"), viewer}, {QStringLiteral("reviews"), found(reviews)},
            {QStringLiteral("issues"), found(issues)}};
}

QJsonArray SampleInbox::items(const char *list, const char *type, bool withPrivate) const
{
    QJsonArray items;
    const QJsonArray entries = listed(m_account, list);
    for (const QJsonValue &entry : entries) {
        if (withPrivate || !entry[u"private"].toBool())
            items.append(item(entry.toObject(), type));
    }
    return items;
}

QJsonObject SampleInbox::item(const QJsonObject &entry, const char *type) const
{
    const bool isPullRequest = QLatin1String(type) == QLatin1String("PullRequest");
    QUrl page(m_account.own()[u"html_url"].toString());
    page.setPath(QStringLiteral("/%1/%2/%3").arg(entry[u"repository"].toString(),
                                                 isPullRequest ? QStringLiteral("pull") : QStringLiteral("issues"),
                                                 QString::number(entry[u"number"].toInt())));
    QJsonObject item = withType(type, {{QStringLiteral("number"), entry[u"number"]},
                                       {QStringLiteral("title"), entry[u"title"]},
                                       {QStringLiteral("url"), page.toString()},
                                       {QStringLiteral("updatedAt"), time(entry)}});
    item.insert(QStringLiteral("author"), withType("User", {{QStringLiteral("login"), entry[u"author"]}}));
    item.insert(QStringLiteral("repository"), QJsonObject{{QStringLiteral("nameWithOwner"), entry[u"repository"]},
                                                          {QStringLiteral("isPrivate"), entry[u"private"].toBool()}});
    item.insert(QStringLiteral("labels"), labelsOf(entry));
    if (!isPullRequest)
        return item;
    const QJsonObject state{{QStringLiteral("state"), entry[u"checks"]}};
    const QJsonObject commit{{QStringLiteral("statusCheckRollup"), entry[u"checks"].isString() ? QJsonValue(state) : QJsonValue()}};
    const QJsonObject node{{QStringLiteral("commit"), commit}};
    item.insert(QStringLiteral("isDraft"), entry[u"draft"].toBool());
    item.insert(QStringLiteral("reviewDecision"), entry[u"decision"].isString() ? entry[u"decision"] : QJsonValue());
    item.insert(QStringLiteral("commits"), QJsonObject{{QStringLiteral("nodes"), QJsonArray{node}}});
    return item;
}

} // namespace demo
