// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/richtext/badgepainter.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace {

int padding()
{
    return look::zoomed(look::space2);
}

QFont badgeFont()
{
    return look::font(look::Text::Micro);
}

int widthOf(const QString &text)
{
    return text.isEmpty() ? 0 : QFontMetrics(badgeFont()).horizontalAdvance(text) + 1 + 2 * padding();
}

QColor textOn(const QColor &background)
{
    return look::contrast(Qt::white, background) > 3 ? Qt::white : QColor(0x1f2328);
}

} // namespace

QSize badgeSize(const richtext::Badge &badge, int mostWidth)
{
    const int width = widthOf(badge.label) + widthOf(badge.message);
    return {std::min(width, mostWidth), QFontMetrics(badgeFont()).height() + look::zoomed(6)};
}

void paintBadge(QPainter &painter, const QRect &area, const richtext::Badge &badge)
{
    const look::Colors &colors = look::colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(badgeFont());
    QPainterPath outline;
    outline.addRoundedRect(area, look::zoomed(4), look::zoomed(4));
    painter.setClipPath(outline);
    const auto paintPart = [&](const QRect &part, const QString &text, const QColor &background, const QColor &color) {
        painter.fillRect(part, background);
        painter.setPen(color);
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        const QRect inner = part.adjusted(padding(), 0, -padding(), 0);
        painter.drawText(inner, Qt::AlignCenter, QFontMetrics(badgeFont()).elidedText(text, Qt::ElideRight, inner.width()));
    };
    const int labelWidth = badge.message.isEmpty() ? area.width() : std::min(widthOf(badge.label), area.width() / 2);
    const QRect label(area.topLeft(), QSize(labelWidth, area.height()));
    if (!badge.label.isEmpty())
        paintPart(label, badge.label, colors.cardBorder, textOn(colors.cardBorder));
    const QRect message = area.adjusted(badge.label.isEmpty() ? 0 : labelWidth, 0, 0, 0);
    if (badge.message.isEmpty()) {
    } else if (badge.color.isValid())
        paintPart(message, badge.message, badge.color, textOn(badge.color));
    else
        paintPart(message, badge.message, look::tint(colors.secondaryText), colors.secondaryText);
    painter.restore();
}
