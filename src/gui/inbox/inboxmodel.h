// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/inbox/inbox.h"

#include <QAbstractListModel>

/// One line of what waits.
struct InboxRow
{
    enum class Kind {
        Heading, ///< Of a section; leads to all of it at GitHub.
        Repository, ///< Above its notifications.
        Notification,
        Work,
        Sentence, ///< In place of what there is none of.
        Placeholder, ///< Of what is on its way.
    };

    Kind kind;
    QString section;
    QString title;
    QString facts; ///< Without the time.
    QDateTime updatedAt = {};
    QUrl page = {};
    QString thread = {};
    QString repository = {};
    github::Checks checks = github::Checks::None;

    /// Two rows that stand for the same thing.
    bool isSame(const InboxRow &other) const
    {
        return kind == other.kind && section == other.section && page == other.page && thread == other.thread
            && repository == other.repository;
    }
};

/// What waits for the person as one list, so that the arrow keys lead through all of it: notifications by repository, then
/// reviews, pull requests and issues.
class InboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Lists at GitHub are under `site`.
    InboxModel(const Inbox &inbox, const QUrl &site, Clock clock, QObject *parent = nullptr);

    /// Takes over what there is now.
    void update();

    const InboxRow &at(int row) const { return m_rows[row]; }

    /// The facts of a row, with its time as it is called now.
    QString factsOf(const InboxRow &row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Section
    {
        QString name;
        QString sentence; ///< Where there is nothing.
        QUrl page;
    };

    Section section(const QString &name, const QString &sentence, const char *path) const;
    void addHeading(const Section &section, const QString &count);
    void addSentence(const Section &section, const QString &sentence);
    void addMissing(const Section &section);
    void addNotifications();
    void addNotification(const Section &section, const github::Notification &notification);
    void addWork(const Section &section, const github::WorkList *work, bool showsAuthor);

    const Inbox &m_inbox;
    const QUrl m_site;
    const Clock m_clock;
    QList<InboxRow> m_rows;
};
