// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/look/shapes.h"
#include "gui/look/style/controls.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace look {

namespace {

/// Where the parts of a line in a menu are.
struct Places
{
    QRect picture;
    QRect text;
    QRect chevron;
};

bool hasPictures(const QStyleOptionMenuItem &option)
{
    return option.maxIconWidth > 0 || option.menuHasCheckableItems;
}

/// What is before the text.
int indent(const QStyleOptionMenuItem &option)
{
    return zoomed(space2) + (hasPictures(option) ? zoomed(glyphSide) + zoomed(space2) : zoomed(space1));
}

int afterText()
{
    return zoomed(space5);
}

Places placesOf(const QStyleOptionMenuItem &option)
{
    const int side = zoomed(glyphSide);
    const QRect line = option.rect;
    const auto square = [&](int left) { return QRect(left, line.center().y() - side / 2 + 1, side, side); };
    Places at;
    at.picture = square(line.left() + zoomed(space2));
    at.chevron = square(line.right() - zoomed(space1) - side);
    at.text = line.adjusted(indent(option), 0, -zoomed(space3), 0);
    for (QRect *place : {&at.picture, &at.chevron, &at.text})
        *place = QStyle::visualRect(option.direction, line, *place);
    return at;
}

struct Inks
{
    QColor text;
    QColor key; ///< Of the shortcut and the chevron.
};

Inks inksOf(const QStyleOptionMenuItem &option)
{
    const Colors &in = colors();
    if (!(option.state & QStyle::State_Enabled)) {
        const QColor disabled = paletteOf(in).color(QPalette::Disabled, QPalette::Text);
        return {disabled, disabled};
    }
    if (option.state & QStyle::State_Selected)
        return {in.onSelection, in.onSelection};
    return {in.text, in.secondaryText};
}

void paintPicture(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &area, const QColor &ink)
{
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            paintGlyph(painter, Glyph::Check, area, ink);
        return;
    }
    const QIcon::Mode mode = !(option.state & QStyle::State_Enabled) ? QIcon::Disabled
        : option.state & QStyle::State_Selected                      ? QIcon::Selected
                                                                     : QIcon::Normal;
    option.icon.paint(&painter, area, Qt::AlignCenter, mode);
}

void paintSeparator(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const int middle = option.rect.center().y();
    painter.fillRect(QRect(option.rect.left() + zoomed(space1), middle, option.rect.width() - 2 * zoomed(space1), 1),
                     colors().cardBorder);
}

} // namespace

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return paintSeparator(painter, option);
    const bool isSelected = option.state & QStyle::State_Selected && option.state & QStyle::State_Enabled;
    if (isSelected)
        paintBox(painter, option.rect, zoomed(controlRadius) - 2, colors().selection, {});
    const Places at = placesOf(option);
    const Inks inks = inksOf(option);
    painter.save();
    painter.setFont(option.font);
    paintPicture(painter, option, at.picture, inks.text);
    const int tab = int(option.text.indexOf(QLatin1Char('\t')));
    const auto before = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    const auto after = QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter);
    painter.setPen(inks.text);
    painter.drawText(at.text, int(before) | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text.left(tab));
    painter.setPen(inks.key);
    if (tab >= 0)
        painter.drawText(at.text, int(after) | Qt::TextSingleLine, option.text.mid(tab + 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const bool isMirrored = option.direction == Qt::RightToLeft;
        paintGlyph(painter, isMirrored ? Glyph::ChevronLeft : Glyph::ChevronRight, at.chevron, inks.key);
    }
    painter.restore();
}

int menuItemExtra(const QStyleOptionMenuItem &option)
{
    return indent(option) + afterText();
}

int menuItemHeight(const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return zoomed(space2) + 1;
    return std::max(zoomed(30), QFontMetrics(option.font).height() + zoomed(space2));
}

} // namespace look
