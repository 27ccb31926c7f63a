// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/shadow.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>

namespace {

constexpr int reach = 12;

} // namespace

QMargins shadowMargins()
{
    return {reach, reach - 4, reach, reach + 4};
}

void paintRaisedSurface(QPainter &painter, const QRectF &area)
{
    const look::Colors &colors = look::colors();
    const qreal radius = look::zoomed(look::dialogRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int distance = reach - 2; distance > 0 && !colors.isHighContrast; distance -= 2) {
        painter.setBrush(QColor(0, 0, 0, (reach - distance) * (colors.isDark ? 4 : 1)));
        const QRectF ring = area.adjusted(-distance, -distance, distance, distance).translated(0, 3);
        painter.drawRoundedRect(ring, radius + distance, radius + distance);
    }
    painter.setPen(colors.isHighContrast ? colors.text : colors.cardBorder);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}
