// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowdelegate.h"

#include "gui/controls/focusring.h"
#include "gui/look/measures.h"
#include "gui/rows/rowmodel.h"

#include <QAbstractItemView>

void RowDelegate::setActions(int row, const QList<look::Glyph> &actions, int hot)
{
    m_actionRow = row;
    m_actions = actions;
    m_hotAction = hot;
}

void RowDelegate::measure()
{
    m_entryHeight = rowHeight(Row::Kind::Entry, look::isCompact());
    m_headingHeight = rowHeight(Row::Kind::Heading, look::isCompact());
}

RowLook RowDelegate::lookOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto &model = *static_cast<const RowModel *>(index.model());
    const int row = index.row();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    RowLook how{.area = option.rect, .direction = option.direction, .isCompact = look::isCompact(), .now = model.now()};
    how.position = {row == 0 || model.kindAt(row - 1) == Row::Kind::Heading,
                    row + 1 == model.rowCount() || model.kindAt(row + 1) == Row::Kind::Heading};
    how.isSelected = option.state & QStyle::State_Selected;
    how.isHovered = option.state & QStyle::State_MouseOver;
    how.hasFocusRing = view && view->currentIndex() == index && showsFocusRing(*view);
    if (row == m_actionRow) {
        how.actions = m_actions;
        how.hotAction = m_hotAction;
    }
    return how;
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintRow(*painter, static_cast<const RowModel *>(index.model())->rowAt(index.row()), lookOf(option, index));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto &model = *static_cast<const RowModel *>(index.model());
    return {100, model.kindAt(index.row()) == Row::Kind::Heading ? m_headingHeight : m_entryHeight};
}

#include "moc_rowdelegate.cpp"
