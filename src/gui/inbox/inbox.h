// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/notifications.h"
#include "session/account.h"

#include <QSet>
#include <QTimer>

#include <optional>

/// The number of unread notifications in the last answer of the server, which is in the cache. Nothing if there is none.
std::optional<int> lastUnread(const Account &account);

/// The person's unread notifications at GitHub: first the cached ones, then those from the server. Asks no more often than the
/// server's X-Poll-Interval allows.
class Inbox : public QObject
{
    Q_OBJECT

public:
    explicit Inbox(Account &account, QObject *parent = nullptr);

    /// True if the account may ask for notifications. A GitHub App has permissions instead of scopes, and only the server knows
    /// them.
    bool mayAsk() const;

    /// Takes the cached answer, without asking the server. Does nothing if there is an answer already.
    void readCache();

    /// Asks the server, if its interval has passed.
    void refresh();

    /// While the inbox is watched, it asks the server now and at every poll interval.
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

    /// True while an answer of the server is awaited.
    bool isAsking() const { return m_isAsking; }

    const Provider &provider() const { return m_account.provider(); }

    /// By the account's clock, UTC.
    QDateTime now() const { return m_account.now(); }

    /// The time of the answer, in UTC; invalid if the server has never answered.
    QDateTime asOf() const { return m_notifications ? m_notifications->at : QDateTime(); }

Q_SIGNALS:
    /// There is something else to show. Also emitted when a question has failed.
    void changed();
    /// See ResourceClient::ask().
    void failed(const Error &error);
    /// The server has answered or done what it was asked for.
    void succeeded();

private:
    github::Request<github::Notifications> request() const;
    bool isDue() const;
    void markRead(const QStringList &threads, const github::Request<void> &request);
    void removeThreads(const QStringList &threads);

    Account &m_account;
    std::optional<Dated<github::Notifications>> m_notifications;
    QSet<QString> m_beingMarked; ///< Threads that the server is asked to mark as read.
    QTimer m_pollTimer;
    bool m_isAsking = false;
};
