// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QColor;
class QPainter;
class QPoint;
class QRect;
class QString;
class QStyleOptionViewItem;

/// How the delegates of the lists set their rows.

constexpr int lineGap = 4;

/// One line at the top of `rest`, elided where there is no room; `rest` is then what is below it.
void paintLine(QPainter *painter, QRect &rest, const QString &text);

/// What the style has for a row: the selection, and where the mouse is.
void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option);

/// A faint line between two rows.
void paintSeparator(QPainter *painter, const QPoint &left, int width, const QColor &text);
