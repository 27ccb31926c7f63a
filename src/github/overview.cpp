// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/overview.h"

#include "github/api/entries.h"
#include "github/api/graphql.h"
#include "github/api/json.h"

#include <algorithm>

namespace github {

namespace {

qint64 number(const QJsonObject &parent, const char *key)
{
    return count(parent, key).value_or(0);
}

/// Nothing for one without a name.
std::optional<PinnedItem> readPinned(const QJsonObject &json)
{
    const QJsonObject language = object(json, "primaryLanguage");
    const QString name = text(json, "nameWithOwner");
    PinnedItem item{.name = name.isEmpty() ? text(json, "name") : name,
                    .description = text(json, "description"),
                    .page = webAddress(text(json, "url")),
                    .language = text(language, "name"),
                    .languageColor = QColor(text(language, "color")),
                    .stars = number(json, "stargazerCount"),
                    .forks = number(json, "forkCount"),
                    .isPrivate = json[u"isPrivate"].toBool(),
                    .isArchived = json[u"isArchived"].toBool()};
    return item.name.isEmpty() ? std::nullopt : std::optional(item);
}

/// Nothing for one without a name.
std::optional<NamedLink> readOrganization(const QJsonObject &json)
{
    const QString name = text(json, "name");
    const NamedLink link{name.isEmpty() ? text(json, "login") : name, webAddress(text(json, "url"))};
    return link.name.isEmpty() ? std::nullopt : std::optional(link);
}

/// Nothing for one without a name and an address.
std::optional<NamedLink> readSocialAccount(const QJsonObject &json)
{
    const NamedLink link{text(json, "displayName"), webAddress(text(json, "url"))};
    return link.name.isEmpty() && link.page.isEmpty() ? std::nullopt : std::optional(link);
}

/// Nothing for one without a repository.
std::optional<RepositoryActivity> readActivity(const QJsonObject &json)
{
    const QJsonObject repository = object(json, "repository");
    const NamedLink link{text(repository, "nameWithOwner"), webAddress(text(repository, "url"))};
    return link.name.isEmpty() ? std::nullopt
                               : std::optional(RepositoryActivity{link, totalCount(json, "contributions")});
}

/// Nothing if the server left the connection out, or sent nothing readable of it.
template<typename Read>
auto readConnection(const QJsonObject &parent, const char *key, Read read)
{
    const auto entries = readEntries(nodes(parent, key), key, read);
    using Found = std::optional<Excerpt<typename decltype(entries.readable)::value_type>>;
    const qint64 total = totalCount(parent, key);
    if (entries.areLost() || (entries.readable.isEmpty() && (total > 0 || object(parent, key).isEmpty())))
        return Found();
    return Found({entries.readable, std::max<qint64>(entries.readable.size() + entries.unreadable, total)});
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

QList<int> readYears(const QJsonObject &json)
{
    QList<int> years;
    for (const QJsonValue &value : json[u"contributionYears"].toArray()) {
        const int year = value.toInt();
        if (QDate::isValid(year, 1, 1) && year > 0 && year <= 9999 && !years.contains(year))
            years.append(year);
    }
    return years;
}

/// Nothing if the server left them out, or sent no day that can be read.
std::optional<Contributions> readContributions(const QJsonObject &json)
{
    const QJsonObject calendar = object(json, "contributionCalendar");
    Contributions contributions;
    contributions.calendar = readCalendar(calendar);
    contributions.years = readYears(json);
    if (calendar.isEmpty() || (contributions.calendar.days.isEmpty() && contributions.calendar.total > 0))
        return std::nullopt;
    contributions.commits = number(json, "totalCommitContributions");
    contributions.issues = number(json, "totalIssueContributions");
    contributions.pullRequests = number(json, "totalPullRequestContributions");
    contributions.reviews = number(json, "totalPullRequestReviewContributions");
    contributions.activity.entries =
        readEntries(json[u"commitContributionsByRepository"].toArray(), "repositories with commits", readActivity)
            .readable;
    contributions.activity.total = std::max<qint64>(contributions.activity.entries.size(),
                                                    number(json, "totalRepositoriesWithContributedCommits"));
    return contributions;
}

/// By their names in the query.
QStringList missingParts(const Overview &overview)
{
    QStringList missing;
    const auto note = [&missing](bool isThere, const QString &name) {
        if (!isThere)
            missing.append(name);
    };
    note(overview.organizations.has_value(), QStringLiteral("organizations"));
    note(overview.socialAccounts.has_value(), QStringLiteral("socialAccounts"));
    note(overview.pinned.has_value(), QStringLiteral("pinnedItems"));
    note(overview.contributions.has_value(), QStringLiteral("contributionsCollection"));
    return missing;
}

Result<Overview> readOverview(const http::Answer &answer)
{
    const Result<GraphQlData> data = graphQlData(answer.body, "overview");
    if (!data)
        return data.error();
    const QJsonObject json = object(data->parts, "viewer");
    Overview overview{.status = text(object(json, "status"), "message"),
                      .organizations = readConnection(json, "organizations", readOrganization),
                      .socialAccounts = readConnection(json, "socialAccounts", readSocialAccount),
                      .pinned = readConnection(json, "pinnedItems", readPinned),
                      .contributions = readContributions(object(json, "contributionsCollection"))};
    const QStringList missing = missingParts(overview);
    overview.isDamaged = std::any_of(missing.begin(), missing.end(), [&](const QString &part) {
        return !data->isWithheld({QStringLiteral("viewer"), part});
    });
    if (missing.size() == 4) {
        const QString detail = QStringLiteral("all parts are missing");
        return overview.isDamaged ? Error::malformed(QStringLiteral("overview"), detail)
                                  : Error::denied(QStringLiteral("forbidden"), detail);
    }
    return overview;
}

} // namespace

qsizetype ContributionCalendar::currentStreak() const
{
    qsizetype streak = 0;
    for (qsizetype i = days.size() - 1; i >= 0; --i) {
        const bool isToday = i == days.size() - 1;
        if (days[i].count > 0)
            ++streak;
        else if (!isToday)
            break;
    }
    return streak;
}

qsizetype ContributionCalendar::longestStreak() const
{
    qsizetype longest = 0;
    qsizetype streak = 0;
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

} // namespace github
