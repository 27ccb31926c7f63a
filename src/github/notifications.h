// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/request.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace github {

/// A thread that has news for the person.
struct Notification
{
    QString thread; ///< Its id.
    QString title;
    QString type; ///< "PullRequest", "Issue", "Release", …
    QString reason; ///< "review_requested", "mention", …
    QString repository; ///< "owner/name".
    QUrl page;
    QDateTime updatedAt;
};

/// What has not been read, the newest first.
struct Notifications
{
    QList<Notification> unread;
    bool hasMore = false; ///< At GitHub, beyond what one answer brings.
    /// How long the server wants to be left alone before it is asked again.
    std::chrono::seconds pollInterval{60};
};

/// `GET /notifications`. Scope `notifications` or `repo`.
Request<Notifications> notifications(const QUrl &apiBaseUrl);

/// `PATCH /notifications/threads/ID`: has been read.
Request<void> markThreadRead(const QUrl &apiBaseUrl, const QString &thread);

/// `PUT /repos/OWNER/NAME/notifications`: all that had come of the repository at that time has been read.
Request<void> markRepositoryRead(const QUrl &apiBaseUrl, const QString &repository, const QDateTime &until);

} // namespace github
