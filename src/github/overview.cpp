// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/overview.h"

#include "github/graphql.h"
#include "github/json.h"
#include "result/jsonobject.h"

#include <QJsonArray>

#include <algorithm>

namespace github {

namespace {

int number(const QJsonObject &parent, const char *key)
{
    return parent.value(QLatin1String(key)).toInt();
}

PinnedItem readPinned(const QJsonObject &json)
{
    const QJsonObject language = object(json, "primaryLanguage");
    const QString name = text(json, "nameWithOwner");
    return {.name = name.isEmpty() ? text(json, "name") : name,
            .description = text(json, "description"),
            .page = webAddress(text(json, "url")),
            .language = text(language, "name"),
            .languageColor = QColor(text(language, "color")),
            .stars = count(json, "stargazerCount").value_or(0),
            .forks = count(json, "forkCount").value_or(0),
            .isPrivate = json[u"isPrivate"].toBool(),
            .isArchived = json[u"isArchived"].toBool()};
}

ContributionLevel levelOf(const QString &name)
{
    static const QStringList names{QStringLiteral("NONE"), QStringLiteral("FIRST_QUARTILE"),
                                   QStringLiteral("SECOND_QUARTILE"), QStringLiteral("THIRD_QUARTILE"),
                                   QStringLiteral("FOURTH_QUARTILE")};
    return ContributionLevel(std::max<qsizetype>(0, names.indexOf(name)));
}

ContributionCalendar readCalendar(const QJsonObject &json)
{
    ContributionCalendar calendar{number(json, "totalContributions"), {}};
    for (const QJsonObject &week : objects(json, "weeks")) {
        for (const QJsonObject &day : objects(week, "contributionDays")) {
            const QDate date = QDate::fromString(text(day, "date"), Qt::ISODate);
            if (date.isValid())
                calendar.days.append({date, number(day, "contributionCount"), levelOf(text(day, "contributionLevel"))});
        }
    }
    const auto isEarlier = [](const ContributionDay &left, const ContributionDay &right) { return left.date < right.date; };
    std::sort(calendar.days.begin(), calendar.days.end(), isEarlier);
    return calendar;
}

void readContributions(const QJsonObject &json, Overview &overview)
{
    overview.calendar = readCalendar(object(json, "contributionCalendar"));
    const QJsonArray years = json[u"contributionYears"].toArray();
    for (const QJsonValue &year : years)
        overview.years.append(year.toInt());
    overview.commits = number(json, "totalCommitContributions");
    overview.issues = number(json, "totalIssueContributions");
    overview.pullRequests = number(json, "totalPullRequestContributions");
    overview.reviews = number(json, "totalPullRequestReviewContributions");
    for (const QJsonObject &entry : objects(json, "commitContributionsByRepository")) {
        const QJsonObject repository = object(entry, "repository");
        overview.activity.append({{text(repository, "nameWithOwner"), webAddress(text(repository, "url"))},
                                  number(object(entry, "contributions"), "totalCount")});
    }
}

Result<Overview> readOverview(const http::Answer &answer)
{
    const Result<QJsonObject> body = readJsonObject(answer.body);
    if (!body)
        return body.error();
    const QJsonObject json = object(object(*body, "data"), "viewer");
    if (text(json, "login").isEmpty())
        return graphQlError(*body, "overview");
    Overview overview;
    overview.status = text(object(json, "status"), "message");
    for (const QJsonObject &entry : nodes(json, "organizations")) {
        const QString name = text(entry, "name");
        overview.organizations.append({name.isEmpty() ? text(entry, "login") : name, webAddress(text(entry, "url"))});
    }
    for (const QJsonObject &entry : nodes(json, "socialAccounts"))
        overview.socialAccounts.append({text(entry, "displayName"), webAddress(text(entry, "url"))});
    for (const QJsonObject &entry : nodes(json, "pinnedItems"))
        overview.pinned.append(readPinned(entry));
    readContributions(object(json, "contributionsCollection"), overview);
    return overview;
}

/// GitHub never sends HTML here; a captive portal does.
Result<QByteArray> readReadme(const http::Answer &answer)
{
    if (answer.header("content-type").toLower().startsWith("text/html"))
        return Error::malformed(QStringLiteral("readme"));
    return answer.body;
}

} // namespace

int ContributionCalendar::currentStreak() const
{
    int streak = 0;
    for (qsizetype i = days.size() - 1; i >= 0; --i) {
        const bool isToday = i == days.size() - 1;
        if (days[i].count > 0)
            ++streak;
        else if (!isToday)
            break;
    }
    return streak;
}

int ContributionCalendar::longestStreak() const
{
    int longest = 0;
    int streak = 0;
    for (const ContributionDay &day : days) {
        streak = day.count > 0 ? streak + 1 : 0;
        longest = std::max(longest, streak);
    }
    return longest;
}

Request<Overview> overview(const QUrl &graphqlUrl, int year)
{
    QJsonObject variables;
    if (year > 0) {
        variables.insert(QStringLiteral("from"), QStringLiteral("%1-01-01T00:00:00Z").arg(year));
        variables.insert(QStringLiteral("to"), QStringLiteral("%1-12-31T23:59:59Z").arg(year));
    }
    return {graphQlRequest(graphqlUrl), readOverview, graphQlBody("overview", variables)};
}

Request<QByteArray> profileReadme(const QUrl &apiBaseUrl, const QString &login)
{
    QNetworkRequest request = gitHubRequest(apiBaseUrl, QStringLiteral("/repos/%1/%1/readme").arg(login));
    request.setRawHeader("Accept", "application/vnd.github.raw+json");
    return {request, readReadme};
}

} // namespace github
