// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QWidget>

class ContributionGrid;

/// A year of contributions: a square per day, a column per week. The arrow keys move from day to day. Tooltips and
/// accessible descriptions tell a day's count. The shades differ in lightness, so that color-blind people can tell them
/// apart.
class ContributionView : public QWidget
{
    Q_OBJECT

public:
    explicit ContributionView(QWidget *parent = nullptr);

    void setCalendar(const github::ContributionCalendar &calendar);

    /// The day that the arrow keys have reached; invalid without a calendar.
    QDate currentDay() const;

    /// The square of that day, which has a ring while the view has the focus; empty if there is no room for it.
    QRect currentSquare() const;

    /// Such as "5 contributions on Monday, 2 March 2026".
    QString textOf(const QDate &day) const;

    QSize sizeHint() const override;

    /// Half a year. If the view is too narrow for a whole one, it shows the last weeks.
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    ContributionGrid grid() const;
    void moveBy(int days);
    void setCurrent(qsizetype index);
    void paintDays(QPainter &painter, const ContributionGrid &grid) const;
    void paintLegend(QPainter &painter, const ContributionGrid &grid) const;
    void paintMonths(QPainter &painter, const ContributionGrid &grid) const;
    void paintWeekdays(QPainter &painter, const ContributionGrid &grid) const;

    github::ContributionCalendar m_calendar;
    qsizetype m_current = -1;
};
