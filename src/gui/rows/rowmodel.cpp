// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowmodel.h"

RowModel::RowModel(std::function<QDateTime()> now, QObject *parent) : QAbstractListModel(parent), m_now(std::move(now)) {}

int RowModel::rowOf(const QString &key) const
{
    for (int row = 0; !key.isEmpty() && row < rowCount(); ++row) {
        if (kindAt(row) == Row::Kind::Entry && keyAt(row) == key)
            return row;
    }
    return -1;
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const Row row = rowAt(index.row());
    if (role == Qt::AccessibleTextRole)
        return spoken(row, now());
    return row.owner.isEmpty() ? row.title : row.owner + QLatin1Char('/') + row.title;
}

Qt::ItemFlags RowModel::flags(const QModelIndex &index) const
{
    const bool isEntry = index.isValid() && kindAt(index.row()) == Row::Kind::Entry;
    return isEntry ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

#include "moc_rowmodel.cpp"
