// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/shapes.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>

namespace look {

namespace {

class Kept
{
public:
    explicit Kept(QPainter &painter) : m_painter(painter) { m_painter.save(); }
    ~Kept() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Kept)

private:
    QPainter &m_painter;
};

} // namespace

void paintFocusRing(QPainter &painter, const QRectF &area, qreal radius)
{
    const Kept kept(painter);
    constexpr qreal half = focusRingWidth / 2.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors().link, focusRingWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius - half, radius - half);
}

void paintBox(QPainter &painter, const QRectF &area, qreal radius, const QColor &fill, const QColor &border)
{
    const Kept kept(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal half = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius - half, radius - half);
}

void paintPopup(QPainter &painter, const QRectF &area, qreal radius)
{
    const Colors &in = colors();
    const QColor border = mixed(in.controlBorder, in.cardBorder, in.isHighContrast ? 1 : 0.3);
    paintBox(painter, area, radius, in.surface, border);
}

} // namespace look
