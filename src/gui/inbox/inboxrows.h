// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/inbox/inbox.h"
#include "gui/rows/rowmodel.h"
#include "gui/work/worksource.h"

/// How soon something wants an answer.
enum class Urgency { NeedsYou, Replies, Watching };

Urgency urgencyOf(const github::Notification &notification, const github::WorkItem *work);

/// The inbox in rows, by urgency: the unread notifications, and the reviews that are still requested although their
/// notification has been read.
class InboxRows : public RowModel
{
    Q_OBJECT

public:
    InboxRows(const Inbox &inbox, const WorkSource &work, QObject *parent = nullptr);

    /// Rebuilds the rows from both.
    void update();

    void setLogin(const QString &login) { m_login = login; }

    /// Null for a heading, and for a review without a notification.
    const github::Notification *notificationAt(int row) const;

    /// Where the row leads.
    QUrl pageAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    Row rowAt(int row) const override;
    Row::Kind kindAt(int row) const override;
    QString keyAt(int row) const override;

private:
    struct Entry
    {
        Urgency urgency;
        std::optional<github::Notification> notification;
        std::optional<github::WorkItem> work; ///< What it is about, if that is known.

        QDateTime updatedAt() const { return notification ? notification->updatedAt : work->updatedAt; }
    };

    QList<Entry> allEntries() const;
    void addGroup(Urgency urgency, const QList<Entry> &all);
    Row rowOfReview(const github::WorkItem &work) const;
    static QString nameOf(Urgency urgency);

    struct Line
    {
        QString heading; ///< Empty for an entry.
        qsizetype count = 0; ///< Of the entries below a heading.
        std::optional<Entry> entry;
    };

    const Inbox &m_inbox;
    const WorkSource &m_work;
    QString m_login;
    QList<Line> m_lines;
};
