// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/rows/row.h"

#include <QRect>

class QPainter;

/// Where the first and the last entry of a group are: there the card behind them has its corners.
struct RowPosition
{
    bool isFirst = false;
    bool isLast = false;
};

/// How a row is painted.
struct RowLook
{
    QRect area;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    RowPosition position = {};
    bool isCompact = false;
    bool isSelected = false;
    bool isHovered = false;
    bool hasFocusRing = false;
    QList<look::Glyph> actions = {}; ///< Shown in place of the date and the figures.
    int hotAction = -1; ///< The one below the pointer.
    QDateTime now = {};
};

/// The height of a row of this kind, which does not depend on its content.
int rowHeight(Row::Kind kind, bool isCompact);

void paintRow(QPainter &painter, const Row &row, const RowLook &how);

/// Where the buttons for `count` actions are, from the first to the last.
QList<QRect> actionPlaces(const RowLook &how, qsizetype count);

/// Where the date is; empty if there is none. Not while the actions are shown.
QRect datePlace(const Row &row, const RowLook &how);

/// True if the title has not enough room.
bool isTitleCut(const Row &row, const RowLook &how);
