// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/request.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace github {

/// What the checks of the newest commit say.
enum class Checks { None, Pending, Passed, Failed };

/// What the reviews have come to so far.
enum class ReviewDecision { None, Required, Approved, ChangesRequested };

/// A pull request or an issue that is open.
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
};

/// The last of them that were worked on, and how many there are.
struct WorkList
{
    QList<WorkItem> items;
    qint64 total = 0;
};

/// What waits for the person to do something.
struct OpenWork
{
    WorkList reviews; ///< Asked of them.
    WorkList pullRequests; ///< Their own.
    WorkList issues; ///< Assigned to them.
};

/// All of it by one question to GitHub's GraphQL API. Private repositories are in it with the scope `repo`.
Request<OpenWork> openWork(const QUrl &graphqlUrl);

} // namespace github
