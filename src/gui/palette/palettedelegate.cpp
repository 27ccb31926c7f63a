// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/palette/palettedelegate.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/palette/palettemodel.h"

#include <QPainter>

namespace {

constexpr int entryHeight = 38;
constexpr int headingHeight = 30;

const PaletteModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const PaletteModel *>(index.model());
}

QString elided(const QPainter &painter, const QString &text, int width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {0, look::zoomed(modelOf(index).entry(index.row()) ? entryHeight : headingHeight)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const look::Colors &colors = look::colors();
    const PaletteEntry *entry = modelOf(index).entry(index.row());
    const auto placed = [&option](const QRect &area) { return QStyle::visualRect(option.direction, option.rect, area); };
    const int gap = look::zoomed(look::space3);
    QRect words = option.rect.adjusted(gap, 0, -gap, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!entry) {
        painter->setFont(look::font(look::Text::Micro));
        painter->setPen(colors.secondaryText);
        painter->drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignLeading), index.data().toString());
        return painter->restore();
    }
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (isSelected || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? colors.selection : colors.hover);
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), look::zoomed(look::controlRadius), look::zoomed(look::controlRadius));
    }
    const QColor text = isSelected ? colors.onSelection : colors.text;
    const QColor secondary = isSelected && colors.isHighContrast ? colors.onSelection : colors.secondaryText;
    const int side = look::zoomed(look::glyphSide);
    const QRect glyph(words.left(), option.rect.center().y() - side / 2 + 1, side, side);
    look::paintGlyph(*painter, entry->glyph, placed(glyph), secondary);
    words.setLeft(glyph.right() + gap);
    painter->setFont(look::font(look::Text::Caption));
    painter->setPen(secondary);
    const QString hint = isSelected && entry->hint.isEmpty() ? tr("Enter") : entry->hint;
    painter->drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignTrailing), hint);
    if (!hint.isEmpty())
        words.setRight(words.right() - painter->fontMetrics().horizontalAdvance(hint) - gap);
    painter->setFont(look::font(look::Text::Body));
    painter->setPen(text);
    const QString title = elided(*painter, entry->title, words.width());
    painter->drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignLeading), title);
    words.setLeft(words.left() + painter->fontMetrics().horizontalAdvance(title) + gap);
    painter->setFont(look::font(look::Text::Caption));
    painter->setPen(secondary);
    if (words.width() > look::zoomed(24))
        painter->drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignLeading), elided(*painter, entry->detail, words.width()));
    painter->restore();
}

#include "moc_palettedelegate.cpp"
