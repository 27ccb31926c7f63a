// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/rows/rowpainter.h"

#include <QStyledItemDelegate>

class RowModel;

/// Paints the rows of a RowList. Their height is two constants: measuring ten thousand rows would make typing in a search field
/// slow.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Shows buttons for actions on one row, and none elsewhere. `hot` is the one below the pointer, or -1.
    void setActions(int row, const QList<look::Glyph> &actions, int hot);

    /// How the row at this index is painted.
    RowLook lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Measures the heights again, after a change of the font, the zoom or the density.
    void measure();

private:
    int m_actionRow = -1;
    QList<look::Glyph> m_actions;
    int m_hotAction = -1;
    int m_entryHeight = 0;
    int m_headingHeight = 0;
};
