// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fields/fieldtable.h"

#include "github/notifications.h"
#include "github/openwork.h"
#include "github/overview.h"
#include "github/repositories.h"
#include "github/viewer.h"

namespace {

const QUrl api(QStringLiteral("https://api.example.org"));

QString toText(qint64 number)
{
    return QString::number(number);
}

QString toText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QString();
}

QString toText(bool value)
{
    return value ? QStringLiteral("yes") : QStringLiteral("no");
}

QString toText(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

Reading readViewer(const github::Request<github::Viewer> &request, const QByteArray &document)
{
    const Result<github::Viewer> viewer = request.read({.status = 200, .body = document});
    if (!viewer)
        return Reading::refused(viewer);
    return {.values = {{"login", viewer->login},
                       {"name", viewer->name},
                       {"bio", viewer->bio},
                       {"company", viewer->company},
                       {"location", viewer->location},
                       {"email", viewer->email},
                       {"website", toText(viewer->website)},
                       {"page", toText(viewer->page)},
                       {"avatar", toText(viewer->avatar)},
                       {"followers", toText(viewer->followers)},
                       {"following", toText(viewer->following)},
                       {"repositories", toText(viewer->publicRepositories)},
                       {"since", viewer->memberSince.toString(Qt::ISODate)}}};
}

Reading readRepositories(const QByteArray &document)
{
    const auto request = github::repositories(api, github::RepositoryList::OwnAndMember, 1);
    const auto page = request.read({.status = 200, .body = document});
    if (!page)
        return Reading::refused(page);
    const github::Repository first = page->entries.value(0);
    return {.values = {{"name", first.name},
                       {"owner", first.owner},
                       {"description", first.description},
                       {"language", first.language},
                       {"page", toText(first.page)},
                       {"https", first.httpsCloneUrl},
                       {"ssh", first.sshCloneUrl},
                       {"pushed", first.pushedAt.toString(Qt::ISODate)},
                       {"stars", toText(first.stars)},
                       {"forks", toText(first.forks)},
                       {"private", toText(first.isPrivate)},
                       {"fork", toText(first.isFork)},
                       {"archived", toText(first.isArchived)},
                       {"count", toText(page->entries.size())}}};
}

Reading readNotifications(const QByteArray &document)
{
    const auto list = github::notifications(api).read({.status = 200, .body = document});
    if (!list)
        return Reading::refused(list);
    const github::Notification first = list->unread.value(0);
    return {.values = {{"thread", first.thread},
                       {"title", first.title},
                       {"type", first.type},
                       {"reason", first.reason},
                       {"repository", first.repository},
                       {"page", toText(first.page)},
                       {"updated", first.updatedAt.toString(Qt::ISODate)},
                       {"count", toText(list->unread.size())}}};
}

void add(Reading &reading, const QByteArray &name, const std::optional<github::Excerpt<github::NamedLink>> &links)
{
    reading.values.insert(name, links ? toText(links->total) + QLatin1Char(' ') + toText(links->entries.size()) : QString());
    const github::NamedLink first = links ? links->entries.value(0) : github::NamedLink();
    reading.values.insert(name + " name", first.name);
    reading.values.insert(name + " page", toText(first.page));
}

Reading readOverview(const QByteArray &document)
{
    const auto overview = github::overview(api).read({.status = 200, .body = document});
    if (!overview)
        return Reading::refused(overview);
    Reading reading{.values = {{"status", overview->status}}};
    add(reading, "organizations", overview->organizations);
    add(reading, "accounts", overview->socialAccounts);
    if (overview->pinned) {
        const github::PinnedItem first = overview->pinned->entries.value(0);
        reading.values.insert({{"pinned", first.name}, {"description", first.description}, {"pinned page", toText(first.page)},
                               {"language", first.language}, {"color", first.languageColor.name()}, {"stars", toText(first.stars)},
                               {"forks", toText(first.forks)}, {"private", toText(first.isPrivate)},
                               {"archived", toText(first.isArchived)}, {"pins", toText(overview->pinned->total)}});
    }
    if (!overview->contributions)
        return reading;
    const github::Contributions &contributions = *overview->contributions;
    const github::ContributionDay day = contributions.calendar.days.value(0);
    const github::RepositoryActivity activity = contributions.activity.entries.value(0);
    reading.values.insert({{"total", toText(contributions.calendar.total)}, {"day", day.date.toString(Qt::ISODate)},
                           {"count", toText(day.count)}, {"level", toText(qint64(day.level))},
                           {"year", toText(qint64(contributions.years.value(0)))}, {"commits", toText(contributions.commits)},
                           {"issues", toText(contributions.issues)}, {"pulls", toText(contributions.pullRequests)},
                           {"reviews", toText(contributions.reviews)}, {"activity", activity.repository.name},
                           {"activity page", toText(activity.repository.page)}, {"activity commits", toText(activity.commits)},
                           {"activities", toText(contributions.activity.total)}});
    return reading;
}

void add(Reading &reading, const QByteArray &name, const std::optional<github::WorkList> &list)
{
    reading.values.insert(name, list ? toText(list->total) + QLatin1Char(' ') + toText(list->items.size()) : QString());
    const github::WorkItem first = list ? list->items.value(0) : github::WorkItem();
    reading.values.insert({{name + " title", first.title}, {name + " author", first.author}, {name + " page", toText(first.page)},
                           {name + " repository", first.repository}, {name + " number", toText(first.number)},
                           {name + " updated", first.updatedAt.toString(Qt::ISODate)},
                           {name + " private", toText(first.isPrivate)}, {name + " draft", toText(first.isDraft)},
                           {name + " checks", toText(qint64(first.checks))}, {name + " decision", toText(qint64(first.decision))},
                           {name + " label", first.labels.value(0).name}, {name + " color", first.labels.value(0).color.name()}});
}

Reading readWork(const QByteArray &document)
{
    const auto work = github::openWork(api).read({.status = 200, .body = document});
    if (!work)
        return Reading::refused(work);
    Reading reading;
    add(reading, "pull requests", work->pullRequests);
    add(reading, "reviews", work->reviews);
    add(reading, "issues", work->issues);
    return reading;
}

/// A count may be sent as text.
FieldRow number(const QByteArray &path)
{
    return optionalValue(path).but(Oddity::OtherScalar, "used");
}

/// Of a web page: a click opens it.
FieldRow address(const QByteArray &path)
{
    return optionalValue(path);
}

QList<FieldRow> prefixed(const QByteArray &prefix, const QList<FieldRow> &rows)
{
    QList<FieldRow> prefixed;
    for (const FieldRow &row : rows)
        prefixed.append({prefix + row.path, row.expected});
    return prefixed;
}

} // namespace

QList<Format> gitHubFormats()
{
    return {
        {"GET /user, profile",
         R"({"login": "ada", "name": "Ada", "bio": "b", "company": "c", "location": "l", "email": "e@example.org",
             "blog": "https://ada.example", "html_url": "https://example.org/ada", "avatar_url": "https://example.org/a.png",
             "followers": 1, "following": 2, "public_repos": 3, "created_at": "2020-01-02T03:04:05Z"})",
         [](const QByteArray &document) { return readViewer(github::viewer(api), document); },
         {requiredText("login", "user"), optionalText("name"), optionalText("bio"), optionalText("company"),
          optionalText("location"), optionalText("email"), address("blog"), address("html_url"), address("avatar_url"),
          number("followers"), number("following"), number("public_repos"), optionalValue("created_at")}},
        {"userinfo, profile",
         R"({"preferred_username": "ada", "name": "Ada", "email": "e@example.org", "website": "https://ada.example",
             "profile": "https://example.org/ada", "picture": "https://example.org/a.png", "address": {"formatted": "l"}})",
         [](const QByteArray &document) { return readViewer(github::viewerFromUserinfo(api), document); },
         {optionalText("preferred_username"), optionalText("name"), optionalText("email"), address("website"), address("profile"),
          address("picture"), optionalValue("address"), optionalText("address/formatted")}},
        {"GET /user/repos",
         R"([{"name": "a", "owner": {"login": "ada"}, "description": "d", "language": "C++",
              "html_url": "https://example.org/ada/a", "clone_url": "https://example.org/ada/a.git",
              "ssh_url": "git@example.org:ada/a.git", "pushed_at": "2020-01-02T03:04:05Z", "stargazers_count": 1,
              "forks_count": 2, "private": true, "fork": true, "archived": true}])",
         &readRepositories,
         QList<FieldRow>{required("0", "repositories").but(Oddity::Absent, "ignored")} + prefixed("0/",
             {requiredText("name", "repositories"), optionalValue("owner"), optionalText("owner/login"), optionalText("description"),
              optionalText("language"), address("html_url"), optionalText("clone_url"), optionalText("ssh_url"),
              optionalValue("pushed_at"), number("stargazers_count"), number("forks_count"), optionalValue("private"),
              optionalValue("fork"), optionalValue("archived")})},
        {"GET /notifications",
         R"([{"id": "1", "reason": "mention", "updated_at": "2020-01-02T03:04:05Z",
              "subject": {"title": "t", "type": "Issue", "url": "https://api.example.org/repos/o/r/issues/8"},
              "repository": {"full_name": "o/r", "html_url": "https://example.org/o/r"}}])",
         &readNotifications,
         QList<FieldRow>
             {required("0", "notifications").but(Oddity::Absent, "ignored")}
         + prefixed("0/",
             {required("id", "notifications").but(Oddity::OtherScalar, "used"), optionalText("reason"),
              optionalValue("repository"), optionalText("repository/full_name"),
              optionalValue("repository/html_url"), optionalValue("subject"), optionalText("subject/title"),
              optionalText("subject/type"), optionalValue("subject/url"), optionalValue("updated_at")})},
        {"GraphQL overview",
         R"({"data": {"viewer": {"status": {"message": "m"},
             "organizations": {"totalCount": 30, "nodes": [{"name": "n", "url": "https://example.org/n"}]},
             "socialAccounts": {"totalCount": 9, "nodes": [{"displayName": "@a", "url": "https://s.example/a"}]},
             "pinnedItems": {"totalCount": 8, "nodes": [{"nameWithOwner": "ada/p", "description": "d",
                 "url": "https://example.org/ada/p", "stargazerCount": 3, "forkCount": 4, "isPrivate": true, "isArchived": true,
                 "primaryLanguage": {"name": "C", "color": "#555555"}}]},
             "contributionsCollection": {"contributionYears": [2024], "totalCommitContributions": 1,
                 "totalIssueContributions": 2, "totalPullRequestContributions": 3, "totalPullRequestReviewContributions": 4,
                 "totalRepositoriesWithContributedCommits": 12,
                 "contributionCalendar": {"totalContributions": 5, "weeks": [{"contributionDays": [
                     {"date": "2026-03-02", "contributionCount": 5, "contributionLevel": "SECOND_QUARTILE"}]}]},
                 "commitContributionsByRepository": [{"repository": {"nameWithOwner": "ada/p", "url": "https://example.org/ada/p"},
                     "contributions": {"totalCount": 6}}]}}}})",
         &readOverview,
         QList<FieldRow>
             {required("data", "overview"), required("data/viewer", "overview")}
         + prefixed("data/viewer/",
             {optionalValue("contributionsCollection"), optionalValue("organizations"),
              optionalValue("organizations/nodes"), optionalValue("organizations/nodes/0"),
              optionalText("organizations/nodes/0/name"), optionalValue("organizations/nodes/0/url"),
              number("organizations/totalCount"), optionalValue("pinnedItems"), optionalValue("socialAccounts"),
              optionalValue("socialAccounts/nodes"), optionalValue("socialAccounts/nodes/0"),
              optionalText("socialAccounts/nodes/0/displayName"), optionalValue("socialAccounts/nodes/0/url"),
              number("socialAccounts/totalCount"), optionalValue("status"), optionalText("status/message")})
         + prefixed("data/viewer/pinnedItems/",
             {optionalValue("nodes"), optionalValue("nodes/0"), optionalText("nodes/0/description"),
              number("nodes/0/forkCount"), optionalValue("nodes/0/isArchived"), optionalValue("nodes/0/isPrivate"),
              optionalText("nodes/0/nameWithOwner"), optionalValue("nodes/0/primaryLanguage"),
              optionalValue("nodes/0/primaryLanguage/color"), optionalText("nodes/0/primaryLanguage/name"),
              number("nodes/0/stargazerCount"), optionalValue("nodes/0/url"), number("totalCount")})
         + prefixed("data/viewer/contributionsCollection/",
             {optionalValue("commitContributionsByRepository"), optionalValue("contributionCalendar"),
              optionalValue("contributionYears"), optionalValue("contributionYears/0"),
              number("totalCommitContributions"), number("totalIssueContributions"),
              number("totalPullRequestContributions"), number("totalPullRequestReviewContributions"),
              number("totalRepositoriesWithContributedCommits")})
         + prefixed("data/viewer/contributionsCollection/contributionCalendar/",
             {number("totalContributions"), optionalValue("weeks"), optionalValue("weeks/0"),
              optionalValue("weeks/0/contributionDays"), optionalValue("weeks/0/contributionDays/0"),
              number("weeks/0/contributionDays/0/contributionCount"),
              optionalValue("weeks/0/contributionDays/0/contributionLevel"),
              optionalValue("weeks/0/contributionDays/0/date")})
         + prefixed("data/viewer/contributionsCollection/commitContributionsByRepository/",
             {optionalValue("0"), optionalValue("0/contributions"), number("0/contributions/totalCount"),
              optionalValue("0/repository"), optionalText("0/repository/nameWithOwner"),
              optionalValue("0/repository/url")})},
        {"GraphQL open work",
         R"({"data": {"viewer": {"pullRequests": {"totalCount": 40, "nodes": [{"title": "t", "number": 7,
                 "url": "https://example.org/o/r/pull/7", "updatedAt": "2020-01-02T03:04:05Z", "isDraft": true,
                 "reviewDecision": "APPROVED", "author": {"login": "bo"}, "repository": {"nameWithOwner": "o/r", "isPrivate": true},
                 "labels": {"nodes": [{"name": "bug", "color": "d73a4a"}]}, "commits": {"nodes": [{"commit": {"statusCheckRollup": {"state": "SUCCESS"}}}]}}]}},
             "reviews": {"issueCount": 41, "nodes": [{"title": "t"}]}, "issues": {"issueCount": 42, "nodes": [{"title": "t"}]}}})",
         &readWork,
         QList<FieldRow>
             {required("data", "open_work"), optionalValue("data/issues"), number("data/issues/issueCount"),
              optionalValue("data/issues/nodes"), optionalValue("data/issues/nodes/0"),
              optionalText("data/issues/nodes/0/title"), optionalValue("data/reviews"),
              number("data/reviews/issueCount"), optionalValue("data/reviews/nodes"),
              optionalValue("data/reviews/nodes/0"), optionalText("data/reviews/nodes/0/title"),
              optionalValue("data/viewer"), optionalValue("data/viewer/pullRequests")}
         + prefixed("data/viewer/pullRequests/",
             {optionalValue("nodes"), optionalValue("nodes/0"), number("totalCount")})
         + prefixed("data/viewer/pullRequests/nodes/0/",
             {optionalValue("author"), optionalText("author/login"), optionalValue("commits"),
              optionalValue("isDraft"), optionalValue("labels"), optionalValue("labels/nodes"), optionalValue("labels/nodes/0"),
              optionalValue("labels/nodes/0/color"), optionalText("labels/nodes/0/name"), number("number"), optionalValue("repository"),
              optionalValue("repository/isPrivate"), optionalText("repository/nameWithOwner"),
              optionalValue("reviewDecision"), optionalText("title"), optionalValue("updatedAt"),
              optionalValue("url")})
         + prefixed("data/viewer/pullRequests/nodes/0/commits/",
             {optionalValue("nodes"), optionalValue("nodes/0"), optionalValue("nodes/0/commit"),
              optionalValue("nodes/0/commit/statusCheckRollup"),
              optionalText("nodes/0/commit/statusCheckRollup/state")})},
    };
}
