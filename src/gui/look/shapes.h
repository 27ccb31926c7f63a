// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

class QColor;
class QPainter;
class QRectF;

/// Shapes that several of our widgets have. All leave the painter as it was.
namespace look {

/// Along the inside of `area`.
void paintFocusRing(QPainter &painter, const QRectF &area, qreal radius);

/// A rectangle with round corners and a border of one pixel. An invalid color paints nothing.
void paintBox(QPainter &painter, const QRectF &area, qreal radius, const QColor &fill, const QColor &border);

/// A window without a frame, such as a menu or a tooltip. One that is not translucent has no round corners to show.
void paintPopup(QPainter &painter, const QRectF &area, qreal radius);

} // namespace look
