// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QFont>
#include <QPoint>
#include <QRect>

/// Where things are in a calendar of contributions that has a certain width: a column per week, a row per day of the week, the
/// names of months above, those of days before, and a legend below. If there is no room for all weeks, the first are left out.
class ContributionGrid
{
public:
    static constexpr int weeksOfYear = 53;
    static constexpr int daysOfWeek = 7;

    ContributionGrid(const QList<github::ContributionDay> &days, int width);

    static QFont labelFont();

    /// As narrow as so many weeks can be; wider by `spare` for each.
    static int widthFor(int weeks, int spare = 0);
    int height() const;

    /// The left top corner of the first square.
    QPoint origin() const { return m_origin; }

    /// The side of a square.
    int side() const { return m_step - gap(); }
    int gap() const;
    int step() const { return m_step; } ///< From a square to the next.

    /// Of all columns; those without a day, too.
    int weeks() const { return m_weeks; }
    int weeksWithRoom() const;
    int legendTop() const;

    QRect square(int week, int row) const;
    QRect squareOf(qsizetype index) const;
    bool isShown(qsizetype index) const;

    /// The day whose square is at this place; -1 if there is none.
    qsizetype indexAt(const QPoint &position) const;

    /// The first day that is not before `day`. A server may leave days out.
    qsizetype indexFrom(const QDate &day) const;

private:
    int offsetOf(const QDate &day) const;

    const QList<github::ContributionDay> m_days;
    const int m_width;
    const QPoint m_origin;
    int m_weeks = weeksOfYear;
    int m_step;
    int m_skippedWeeks = 0;
};
