// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/openwork.h"

#include "github/graphql.h"
#include "github/json.h"
#include "result/jsonobject.h"

#include <algorithm>

namespace github {

namespace {

Checks checksOf(const QString &state)
{
    if (state == QLatin1String("SUCCESS"))
        return Checks::Passed;
    if (state == QLatin1String("FAILURE") || state == QLatin1String("ERROR"))
        return Checks::Failed;
    return state.isEmpty() ? Checks::None : Checks::Pending;
}

ReviewDecision decisionOf(const QString &decision)
{
    if (decision == QLatin1String("APPROVED"))
        return ReviewDecision::Approved;
    if (decision == QLatin1String("CHANGES_REQUESTED"))
        return ReviewDecision::ChangesRequested;
    return decision == QLatin1String("REVIEW_REQUIRED") ? ReviewDecision::Required : ReviewDecision::None;
}

/// The query asks only for the newest commit.
Checks readChecks(const QJsonObject &json)
{
    const QList<QJsonObject> commits = nodes(json, "commits");
    return commits.isEmpty() ? Checks::None
                             : checksOf(text(object(object(commits.first(), "commit"), "statusCheckRollup"), "state"));
}

WorkItem readItem(const QJsonObject &json)
{
    const QJsonObject repository = object(json, "repository");
    return {.repository = text(repository, "nameWithOwner"),
            .number = count(json, "number").value_or(0),
            .title = text(json, "title"),
            .author = text(object(json, "author"), "login"),
            .page = webAddress(text(json, "url")),
            .updatedAt = QDateTime::fromString(text(json, "updatedAt"), Qt::ISODate),
            .isPrivate = repository[u"isPrivate"].toBool(),
            .isDraft = json[u"isDraft"].toBool(),
            .checks = readChecks(json),
            .decision = decisionOf(text(json, "reviewDecision"))};
}

WorkList readList(const QJsonObject &parent, const char *key, const char *countKey)
{
    WorkList list;
    for (const QJsonObject &node : nodes(parent, key)) {
        const WorkItem item = readItem(node);
        if (!item.title.isEmpty())
            list.items.append(item);
    }
    list.total = std::max<qint64>(list.items.size(), count(object(parent, key), countKey).value_or(0));
    return list;
}

Result<OpenWork> readOpenWork(const http::Answer &answer)
{
    const Result<QJsonObject> body = readJsonObject(answer.body);
    if (!body)
        return body.error();
    const QJsonObject data = object(*body, "data");
    const QJsonObject viewer = object(data, "viewer");
    if (viewer.isEmpty())
        return graphQlError(*body, "open_work");
    return OpenWork{readList(data, "reviews", "issueCount"), readList(viewer, "pullRequests", "totalCount"),
                    readList(data, "issues", "issueCount")};
}

} // namespace

Request<OpenWork> openWork(const QUrl &graphqlUrl)
{
    return {graphQlRequest(graphqlUrl), readOpenWork, graphQlBody("openwork")};
}

} // namespace github
