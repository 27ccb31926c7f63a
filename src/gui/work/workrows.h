// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/rows/rowmodel.h"
#include "gui/work/worksource.h"

/// Which open work a page shows.
enum class WorkKind { PullRequests, Issues };

/// Rows for a part of the open work, in groups: reviews that are requested and the person's own pull requests, or the issues
/// that are assigned.
class WorkRows : public RowModel
{
    Q_OBJECT

public:
    WorkRows(const WorkSource &source, WorkKind kind, QObject *parent = nullptr);

    /// Rebuilds the rows from the source.
    void update();

    void setLogin(const QString &login) { m_login = login; }

    /// Null for a heading.
    const github::WorkItem *itemAt(int row) const;

    /// The number of open items, also those that the server did not send; nothing if it has sent no list.
    std::optional<qint64> total() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    Row rowAt(int row) const override;
    Row::Kind kindAt(int row) const override;
    QString keyAt(int row) const override;

private:
    struct Entry
    {
        QString group;
        std::optional<github::WorkItem> item; ///< Nothing for a heading.
        QString count = {}; ///< Of a heading.
    };

    void add(const QString &group, const github::WorkList *list);

    const WorkSource &m_source;
    const WorkKind m_kind;
    QString m_login;
    QList<Entry> m_entries;
};

/// How many entries of a list are shown: "4", or "50 of 73".
QString countOf(qint64 shown, qint64 total);
