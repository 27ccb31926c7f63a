// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QColor;
class QPainter;
class QPoint;
class QRect;
class QString;
class QStyleOptionViewItem;

/// What the delegates of the lists have in common.

constexpr int lineGap = 4; // Pixels between two lines of a row.

/// Two or three rows. In a window that is too low for that, the page scrolls instead.
constexpr int smallestListHeight = 140;

/// Paints one line at the top of `rest`, elided if it is too long, and takes its height off `rest`. Line breaks in the text
/// become spaces.
void paintLine(QPainter *painter, QRect &rest, const QString &text);

/// Paints the style's background of a row, which shows selection and hover. Confines all that follows to the row.
void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option);

/// Paints a faint line between two rows.
void paintSeparator(QPainter *painter, const QPoint &left, int width, const QColor &text);
