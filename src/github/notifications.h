// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/request.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace github {

/// An unread notification thread.
struct Notification
{
    QString thread; ///< Its id.
    QString title;
    QString type; ///< "PullRequest", "Issue", "Release", …
    QString reason; ///< "review_requested", "mention", …
    QString repository; ///< "owner/name".
    qint64 number = 0; ///< Of the pull request or issue; 0 for other subjects.
    QUrl page;
    QDateTime updatedAt;
};

/// Unread notifications, the newest first.
struct Notifications
{
    QList<Notification> unread;
    bool hasMore = false; ///< GitHub has more than fit into one answer.
    qsizetype unreadable = 0; ///< The number of entries that are left out, because they cannot be read.
    /// How long the server asks to wait before the next request.
    std::chrono::seconds pollInterval{60};
};

/// `GET /notifications`. Scope `notifications` or `repo`. Malformed "notifications" if not one entry can be read.
Request<Notifications> notifications(const QUrl &apiBaseUrl);

/// `PATCH /notifications/threads/ID`: marks the thread as read.
Request<void> markThreadRead(const QUrl &apiBaseUrl, const QString &thread);

/// `PUT /repos/OWNER/NAME/notifications`: marks the repository's notifications up to that time as read.
Request<void> markRepositoryRead(const QUrl &apiBaseUrl, const QString &repository, const QDateTime &until);

} // namespace github
