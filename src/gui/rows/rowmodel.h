// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/rows/row.h"

#include <QAbstractListModel>

#include <functional>

/// A list of rows. What a row shows is made when it is painted, so that ten thousand rows cost no more than the visible ones.
class RowModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// `now` is the clock for ages.
    explicit RowModel(std::function<QDateTime()> now, QObject *parent = nullptr);

    virtual Row rowAt(int row) const = 0;

    /// The same as rowAt(row).kind, but cheap.
    virtual Row::Kind kindAt(int) const { return Row::Kind::Entry; }

    /// The same for the same subject after a change of the list; empty if there is none.
    virtual QString keyAt(int row) const = 0;

    /// The row with this key; -1 if there is none.
    int rowOf(const QString &key) const;

    QDateTime now() const { return m_now(); }

    QVariant data(const QModelIndex &index, int role) const override;

    /// The keyboard passes over headings and placeholders. Screen readers hear the heading with each of its entries.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    const std::function<QDateTime()> m_now;
};
