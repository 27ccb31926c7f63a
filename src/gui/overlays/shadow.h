// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMargins>

class QPainter;
class QRectF;

/// The room that a shadow needs around what throws it.
QMargins shadowMargins();

/// Paints a surface with the radius of dialogs, a border and a soft shadow. `area` is the surface, without the shadow.
/// QGraphicsDropShadowEffect would triple the time of each repaint.
void paintRaisedSurface(QPainter &painter, const QRectF &area);
