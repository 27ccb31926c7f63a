// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/inbox/inbox.h"

#include <QAbstractListModel>

/// A row of the inbox's list.
struct InboxRow
{
    enum class Kind {
        Heading, ///< Of a section; its page is the section's list at GitHub.
        Repository, ///< Above its notifications.
        Notification,
        Work,
        Sentence, ///< Says that a section is empty.
        Placeholder, ///< For rows that have been requested from the server.
    };

    Kind kind;
    QString section;
    QString title;
    QString facts; ///< The second line, without the time.
    QDateTime updatedAt = {};
    QUrl page = {};
    QString thread = {};
    QString repository = {};
    github::Checks checks = github::Checks::None;

    /// True if both rows are about the same thing, although its title or state may have changed.
    bool isSame(const InboxRow &other) const
    {
        return kind == other.kind && section == other.section && page == other.page && thread == other.thread
            && repository == other.repository;
    }
};

/// An Inbox as one list, so that the arrow keys reach everything: notifications by repository, then reviews, pull requests
/// and issues.
class InboxModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `site` is GitHub's address, for links to its lists.
    InboxModel(const Inbox &inbox, const QUrl &site, QObject *parent = nullptr);

    /// Rebuilds the rows from the inbox.
    void update();

    const InboxRow &at(int row) const { return m_rows.at(row); }

    /// The second line of a row, with its age as of now.
    QString factsOf(const InboxRow &row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Section
    {
        QString name;
        QString sentence; ///< For an empty section.
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
    QList<InboxRow> m_rows;
};
