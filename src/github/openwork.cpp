// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/openwork.h"

#include "github/api/entries.h"
#include "github/api/graphql.h"
#include "github/api/json.h"

#include <algorithm>

namespace github {

namespace {

/// More than anybody has. The sum of two still fits into an int, which the pages count with.
constexpr qint64 largestTotal = 1'000'000'000;

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
    const QJsonObject commit = object(nodes(json, "commits").first().toObject(), "commit");
    return checksOf(text(object(commit, "statusCheckRollup"), "state"));
}

QList<Label> readLabels(const QJsonObject &json)
{
    QList<Label> labels;
    for (const QJsonValue &node : nodes(json, "labels")) {
        const QString name = text(node.toObject(), "name");
        const QString color = QLatin1Char('#') + text(node.toObject(), "color");
        if (!name.isEmpty())
            labels.append({name, QColor::isValidColorName(color) ? QColor(color) : QColor()});
    }
    return labels;
}

/// Nothing for one without a title, as a search sends it for what is no pull request.
std::optional<WorkItem> readItem(const QJsonObject &json)
{
    if (text(json, "title").isEmpty())
        return std::nullopt;
    const QJsonObject repository = object(json, "repository");
    return WorkItem{.repository = text(repository, "nameWithOwner"),
                    .number = count(json, "number").value_or(0),
                    .title = text(json, "title"),
                    .author = text(object(json, "author"), "login"),
                    .page = webAddress(text(json, "url")),
                    .updatedAt = QDateTime::fromString(text(json, "updatedAt"), Qt::ISODate),
                    .isPrivate = repository[u"isPrivate"].toBool(),
                    .isDraft = json[u"isDraft"].toBool(),
                    .checks = readChecks(json),
                    .decision = decisionOf(text(json, "reviewDecision")),
                    .labels = readLabels(json)};
}

/// Nothing if the server left the list out, or sent nothing readable of it.
std::optional<WorkList> readList(const QJsonObject &parent, const char *key, const char *countKey)
{
    const QJsonObject connection = object(parent, key);
    const auto entries = readEntries(nodes(parent, key), key, readItem);
    const qint64 total = std::min(count(connection, countKey).value_or(0), largestTotal);
    if (entries.areLost() || (entries.readable.isEmpty() && (total > 0 || connection.isEmpty())))
        return std::nullopt;
    return WorkList{entries.readable, std::max<qint64>(entries.readable.size() + entries.unreadable, total)};
}

Result<OpenWork> readOpenWork(const http::Answer &answer)
{
    const Result<GraphQlData> data = graphQlData(answer.body, "open_work");
    if (!data)
        return data.error();
    OpenWork work{readList(data->parts, "reviews", "issueCount"),
                  readList(object(data->parts, "viewer"), "pullRequests", "totalCount"),
                  readList(data->parts, "issues", "issueCount")};
    const auto isDamaged = [&](const std::optional<WorkList> &list, const QStringList &path) {
        return !list && !data->isWithheld(path);
    };
    work.isDamaged = isDamaged(work.reviews, {QStringLiteral("reviews")}) || isDamaged(work.issues, {QStringLiteral("issues")})
        || isDamaged(work.pullRequests, {QStringLiteral("viewer"), QStringLiteral("pullRequests")});
    if (!work.reviews && !work.pullRequests && !work.issues) {
        const QString detail = QStringLiteral("all lists are missing");
        return work.isDamaged ? Error::malformed(QStringLiteral("open_work"), detail)
                              : Error::denied(QStringLiteral("forbidden"), detail);
    }
    return work;
}

} // namespace

Request<OpenWork> openWork(const QUrl &graphqlUrl)
{
    return {graphQlRequest(graphqlUrl), readOpenWork, graphQlBody("openwork")};
}

} // namespace github
