// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/request.h"

#include <QColor>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace github {

/// The result of the checks on the newest commit.
enum class Checks { None, Pending, Passed, Failed };

/// The result of the reviews so far.
enum class ReviewDecision { None, Required, Approved, ChangesRequested };

struct Label
{
    QString name;
    QColor color; ///< Invalid if the server sent none.
};

/// An open pull request or issue.
struct WorkItem
{
    QString repository; ///< "owner/name".
    qint64 number = 0;
    QString title;
    QString author;
    QUrl page;
    QDateTime updatedAt;
    bool isPrivate = false;
    bool isDraft = false;
    Checks checks = Checks::None;
    ReviewDecision decision = ReviewDecision::None;
    QList<Label> labels = {};
};

/// The most recently updated items, and the total number, which may be larger.
struct WorkList
{
    QList<WorkItem> items;
    qint64 total = 0; ///< At most a billion.
};

/// Work that waits for the person. A list is missing if the server left it out, or if none of its entries can be read.
struct OpenWork
{
    std::optional<WorkList> reviews; ///< Requested from the person.
    std::optional<WorkList> pullRequests; ///< The person's own.
    std::optional<WorkList> issues; ///< Assigned to the person.
    bool isDamaged = false; ///< A list is missing although the person may see it.

    bool isPartial() const { return !reviews || !pullRequests || !issues; }
};

/// The open work, by one query to GitHub's GraphQL API. Includes private repositories with the scope `repo`. If all
/// lists are missing: Denied "forbidden" if the person may see none, or Malformed "open_work". Otherwise as graphQlData().
Request<OpenWork> openWork(const QUrl &graphqlUrl);

} // namespace github
