// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/graphqlapi.h"

#include "demo/api/samplecalendar.h"
#include "demo/web/apierror.h"
#include "demo/web/bearertoken.h"
#include "demo/web/resource.h"
#include "result/jsonobject.h"

#include <QDateTime>
#include <QJsonArray>

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

Response json(const QJsonObject &body)
{
    return {.contentType = "application/json; charset=utf-8", .body = QJsonDocument(body).toJson()};
}

Response graphQlError(const QString &message)
{
    return json({{QStringLiteral("errors"), QJsonArray{QJsonObject{{QStringLiteral("message"), message}}}}});
}

QDate dateOf(const QJsonObject &variables, const char *key)
{
    return QDateTime::fromString(variables[QLatin1String(key)].toString(), Qt::ISODate).date();
}

/// The file's numbers by repository are shares. The counts of a period add up to what its calendar has.
QJsonObject addedUp(QJsonObject contributions, const QJsonObject &calendar)
{
    const int total = calendar[u"totalContributions"].toInt();
    const int reviews = total * 18 / 100;
    const int pullRequests = total * 10 / 100;
    const int issues = total * 5 / 100;
    const int commits = total - reviews - pullRequests - issues;
    QJsonArray repositories = contributions[u"commitContributionsByRepository"].toArray();
    int shares = 0;
    for (const QJsonValue &one : std::as_const(repositories))
        shares += one[u"contributions"][u"totalCount"].toInt();
    int rest = commits;
    for (qsizetype i = repositories.size() - 1; i >= 0; --i) {
        QJsonObject one = repositories[i].toObject();
        const int count = i == 0 ? rest : commits * one[u"contributions"][u"totalCount"].toInt() / shares;
        rest -= count;
        one.insert(QStringLiteral("contributions"), QJsonObject{{QStringLiteral("totalCount"), count}});
        repositories[i] = one;
    }
    contributions.insert(QStringLiteral("totalCommitContributions"), commits);
    contributions.insert(QStringLiteral("totalIssueContributions"), issues);
    contributions.insert(QStringLiteral("totalPullRequestContributions"), pullRequests);
    contributions.insert(QStringLiteral("totalPullRequestReviewContributions"), reviews);
    contributions.insert(QStringLiteral("totalRepositoriesWithContributedCommits"), repositories.size());
    contributions.insert(QStringLiteral("commitContributionsByRepository"), repositories);
    contributions.insert(QStringLiteral("contributionCalendar"), calendar);
    return contributions;
}

} // namespace

Response GraphQlApi::respond(const Request &request) const
{
    const auto scopes = m_ledger.scopesOf(bearerToken(request));
    Response response;
    const Result<QJsonObject> question = readJsonObject(request.body);
    if (!scopes)
        response = apiError(401, "Bad credentials");
    else if (request.method != "POST" || !question)
        response = apiError(400, "Problems parsing JSON");
    else
        response = answer(*question, *scopes, m_people.holder(m_ledger.loginOf(bearerToken(request))));
    response.headers.append(loopback::Header("X-GitHub-Request-Id", "DEMO:G"));
    if (scopes)
        response.headers.append(loopback::Header("X-OAuth-Scopes", scopes->join(QStringLiteral(", ")).toLatin1()));
    return response;
}

Response GraphQlApi::answer(const QJsonObject &question, const QStringList &scopes, const SamplePerson &person) const
{
    const QString query = question[u"query"].toString();
    const bool isOverview = query.startsWith(QLatin1String("query Overview"));
    if (!isOverview && !query.startsWith(QLatin1String("query OpenWork")))
        return graphQlError(QStringLiteral("The demo knows the queries Overview and OpenWork only"));
    if (!scopes.contains(QStringLiteral("read:user")))
        return graphQlError(QStringLiteral("Your token has not been granted the required scopes: read:user"));
    const QJsonObject data = isOverview ? QJsonObject{{QStringLiteral("viewer"), viewer(question[u"variables"].toObject(), person.account)}}
                                        : person.inbox.openWork(scopes.contains(QStringLiteral("repo")));
    return json({{QStringLiteral("data"), data}});
}

QJsonObject GraphQlApi::viewer(const QJsonObject &variables, const SampleAccount &account) const
{
    QJsonObject viewer = QJsonDocument::fromJson(
        resource(account.folder() + QStringLiteral("overview.json"))
            .replace("https://demo.invalid", QUrl(account.own()[u"html_url"].toString()).adjusted(QUrl::RemovePath).toEncoded()))
        .object();
    viewer.insert(QStringLiteral("login"), account.own()[u"login"]);
    const QDate today = m_now().date();
    QDate from = dateOf(variables, "from");
    if (!from.isValid()) {
        from = today.addDays(-365);
        from = from.addDays(-(from.dayOfWeek() % 7)); // GitHub's calendar begins on a Sunday.
    }
    const QDate to = dateOf(variables, "to");
    const QDate begin = dateOf(account.own(), "created_at");
    const QDate last = to.isValid() ? std::min(to, today) : today;
    QJsonObject contributions = addedUp(viewer[u"contributionsCollection"].toObject(),
                                        sampleCalendar(from, last, {begin, quint32(account.own()[u"id"].toInteger())}));
    QJsonArray years;
    for (int year = today.year(); year >= begin.year(); --year)
        years.append(year);
    contributions.insert(QStringLiteral("contributionYears"), years);
    viewer.insert(QStringLiteral("contributionsCollection"), contributions);
    return viewer;
}

} // namespace demo
