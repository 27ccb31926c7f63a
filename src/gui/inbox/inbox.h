// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/notifications.h"
#include "github/openwork.h"
#include "session/account.h"

#include <QSet>
#include <QTimer>

#include <optional>

/// What waits for the person at GitHub: what was seen last at once, then from the server, which is asked for notifications
/// no more often than it wants.
class Inbox : public QObject
{
    Q_OBJECT

public:
    Inbox(Account &account, Clock clock, QObject *parent = nullptr);

    /// What the cache has. Asks nobody.
    void showCached();

    /// Asks for all of it; for notifications only where their time has come.
    void refresh();

    /// While somebody looks, what has grown old is asked for anew, also later.
    void setWatched(bool isWatched);

    /// Gone at once, and back where the server does not take it.
    void markThreadRead(const QString &thread);
    void markRepositoryRead(const QString &repository);

    /// Without what has just been marked as read; nothing where nothing was ever received.
    std::optional<QList<github::Notification>> unread() const;
    bool hasMoreUnread() const { return m_notifications && m_notifications->value.hasMore; }

    const std::optional<Dated<github::OpenWork>> &work() const { return m_work; }

    bool isAsking() const { return m_isAskingForNotifications || m_isAskingForWork; }

    /// Since when nothing of it has been older; invalid where nothing was ever received.
    QDateTime asOf() const;

Q_SIGNALS:
    /// There is something else to show, or it has become known that there is nothing.
    void changed();
    void failed(const Error &error);

private:
    github::Request<github::Notifications> notificationsRequest() const;
    github::Request<github::OpenWork> workRequest() const;
    bool areNotificationsDue() const;
    bool isWorkDue() const;
    void poll();
    void askForNotifications();
    void askForWork();
    void markRead(const QStringList &threads, const github::Request<void> &request);
    void forget(const QStringList &threads);

    Account &m_account;
    const Clock m_clock;
    std::optional<Dated<github::Notifications>> m_notifications;
    std::optional<Dated<github::OpenWork>> m_work;
    QSet<QString> m_beingRead; ///< Threads that the server is told of.
    QTimer m_pollTimer;
    bool m_isAskingForNotifications = false;
    bool m_isAskingForWork = false;
};
