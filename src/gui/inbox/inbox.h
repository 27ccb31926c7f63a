// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/notifications.h"
#include "github/openwork.h"
#include "session/account.h"

#include <QSet>
#include <QTimer>

#include <optional>

/// The person's unread notifications and open work at GitHub: first the cached ones, then those from the server. Asks for
/// notifications no more often than the server's X-Poll-Interval allows.
class Inbox : public QObject
{
    Q_OBJECT

public:
    explicit Inbox(Account &account, QObject *parent = nullptr);

    /// Takes the cached answers, without asking the server.
    void readCache();

    /// Asks the server for open work, and for notifications if their interval has passed.
    void refresh();

    /// While the inbox is watched, it asks the server for what has become old, now and at every poll interval.
    void setWatched(bool isWatched);

    /// Removes notifications at once. They come back if the server refuses.
    void markThreadRead(const QString &thread);
    void markRepositoryRead(const QString &repository);

    /// Excludes threads that are being marked as read. Nothing if the server has never answered.
    std::optional<QList<github::Notification>> unread() const;

    /// True if the server has more unread notifications than it sent.
    bool hasMoreUnread() const { return m_notifications && m_notifications->value.hasMore; }

    /// The number of notifications that are left out, because they cannot be read.
    qsizetype unreadableCount() const { return m_notifications ? m_notifications->value.unreadable : 0; }

    /// Nothing if the server has never answered.
    const std::optional<Dated<github::OpenWork>> &work() const { return m_work; }

    /// True while an answer of the server is awaited.
    bool isAsking() const { return m_isAskingForNotifications || m_isAskingForWork; }

    /// By the account's clock, UTC.
    QDateTime now() const { return m_account.now(); }

    /// The time of the oldest of the answers, in UTC; invalid if the server has never answered.
    QDateTime asOf() const;

Q_SIGNALS:
    /// There is something else to show. Also emitted when a question has failed.
    void changed();
    /// See ResourceClient::ask().
    void failed(const Error &error);

private:
    github::Request<github::Notifications> notificationsRequest() const;
    github::Request<github::OpenWork> workRequest() const;
    bool areNotificationsDue() const;
    bool isWorkDue() const;
    void poll();
    void askForNotifications();
    void askForWork();
    github::OpenWork completed(github::OpenWork work) const;
    void markRead(const QStringList &threads, const github::Request<void> &request);
    void removeThreads(const QStringList &threads);

    Account &m_account;
    std::optional<Dated<github::Notifications>> m_notifications;
    std::optional<Dated<github::OpenWork>> m_work;
    QSet<QString> m_beingMarked; ///< Threads that the server is asked to mark as read.
    QTimer m_pollTimer;
    bool m_isAskingForNotifications = false;
    bool m_isAskingForWork = false;
};
