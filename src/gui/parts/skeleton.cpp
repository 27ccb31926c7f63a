// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/skeleton.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>
#include <QStyle>

#include <array>

namespace {

struct Bars
{
    qreal title; ///< Shares of the width.
    qreal caption;
};
constexpr std::array rows{Bars{0.42, 0.64}, Bars{0.55, 0.48}, Bars{0.34, 0.7}, Bars{0.48, 0.4}, Bars{0.38, 0.56}};

} // namespace

void paintSkeletonBar(QPainter &painter, const QRectF &area)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor color = look::colors().cardBorder;
    color.setAlphaF(look::colors().isHighContrast ? 0.3F : 0.7F);
    painter.setBrush(color);
    const qreal radius = std::min<qreal>(area.height() / 2, look::zoomed(look::controlRadius));
    painter.drawRoundedRect(area, radius, radius);
    painter.restore();
}

Skeleton::Skeleton(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    const int rowHeight = look::rowHeight();
    const int space = look::zoomed(look::space4);
    const int glyph = look::zoomed(look::glyphSide);
    const int left = 2 * space + glyph;
    const QRect area = contentsRect();
    const int room = area.width() - left - space;
    const int bar = look::zoomed(10);
    QPainter painter(this);
    const auto paint = [&](const QRect &place) {
        paintSkeletonBar(painter, QStyle::visualRect(layoutDirection(), area, place.translated(area.topLeft())));
    };
    for (int row = 0; (row + 1) * rowHeight <= area.height() && room > 0; ++row) {
        const int top = row * rowHeight;
        const Bars &bars = rows[size_t(row) % rows.size()];
        paint(QRect(space, top + (rowHeight - glyph) / 2, glyph, glyph));
        paint(QRect(left, top + rowHeight / 2 - bar - look::zoomed(3), int(room * bars.title), bar));
        paint(QRect(left, top + rowHeight / 2 + look::zoomed(5), int(room * bars.caption), bar - look::zoomed(2)));
    }
}

#include "moc_skeleton.cpp"
