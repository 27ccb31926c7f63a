// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/focusring.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>
#include <QWidget>

bool showsFocusRing(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void paintOwnFocusRing(QWidget &widget)
{
    widget.setProperty("paintsOwnFocusRing", true);
}

void paintFocusRing(QPainter &painter, const QRectF &area, qreal radius)
{
    constexpr qreal half = look::focusRingWidth / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look::colors().link, look::focusRingWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius - half, radius - half);
    painter.restore();
}
