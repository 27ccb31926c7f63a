// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/measures.h"
#include "gui/rows/rowpainter.h"

#include <QStyle>

#include <algorithm>

/// A line from which things take their room, at either end. Mirrored for languages that are read from right to left.
class RowLine
{
public:
    /// A part of a row.
    RowLine(const QRect &part, const RowLook &how) : m_row(how.area), m_rest(part), m_direction(how.direction) {}

    int room() const { return std::max(0, m_rest.width()); }

    QRect take(int width, int gap)
    {
        QRect taken = m_rest;
        taken.setWidth(std::min(width, room()));
        m_rest.setLeft(taken.right() + 1 + gap);
        return QStyle::visualRect(m_direction, m_row, taken);
    }

    QRect takeFromEnd(int width, int gap)
    {
        QRect taken = m_rest;
        taken.setLeft(m_rest.right() + 1 - std::min(width, room()));
        m_rest.setRight(taken.left() - 1 - gap);
        return QStyle::visualRect(m_direction, m_row, taken);
    }

private:
    QRect m_row;
    QRect m_rest;
    Qt::LayoutDirection m_direction;
};

/// The colors of a row.
struct RowInks
{
    explicit RowInks(const RowLook &how);

    QColor of(QColor look::Colors::*color) const { return isSolid ? text : look::colors().*color; }

    bool isOnSelection;
    bool isSolid; ///< The selection is so strong that nothing else can be told apart on it.
    QColor text;
    QColor secondary;
};

/// Without what would break the line.
QString onOneLine(const QString &text);

/// Text in the painter's font and color, cut if it has not enough room.
void paintText(QPainter &painter, const QRect &place, const QString &text, Qt::LayoutDirection direction);

/// Text in a font and a color, from the start of the line.
void writeText(QPainter &painter, RowLine &line, const QString &text, look::Text font, const QColor &color, int gap,
               Qt::LayoutDirection direction);

/// The pills that have room, as long as `spare` stays free.
void paintPills(QPainter &painter, RowLine &line, const QList<RowPill> &pills, const RowInks &inks, int spare);

/// The figures, from the last to the first, as long as half of the line stays free.
void paintFigures(QPainter &painter, RowLine &line, const QList<RowFigure> &figures, const RowInks &inks,
                  Qt::LayoutDirection direction);
