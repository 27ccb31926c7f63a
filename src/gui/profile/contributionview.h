// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/overview.h"

#include <QWidget>

/// A year of contributions, a square a day and a column a week. The arrow keys walk from day to day; the day is told
/// beside the pointer and to screen readers. Shades of blue, which tell themselves apart by lightness: they serve
/// color-blind eyes too.
class ContributionView : public QWidget
{
    Q_OBJECT

public:
    explicit ContributionView(QWidget *parent = nullptr);

    void setCalendar(const github::ContributionCalendar &calendar);

    /// The day that the keyboard has reached; invalid where there is none.
    QDate currentDay() const;

    /// "5 contributions on Monday, 2 March 2026"
    QString textOf(const QDate &day) const;

    QSize sizeHint() const override;
    /// Half a year: where a whole one does not fit, the last weeks are shown.
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int step() const { return stepFor(width()); }
    int stepFor(int width) const;
    int smallestStep() const;
    QPoint origin() const;
    int skippedWeeks() const;
    QRect squareOf(qsizetype index) const;
    qsizetype indexAt(const QPoint &position) const;
    bool isShown(qsizetype index) const;
    QColor colorOf(github::ContributionLevel level) const;
    void setCurrent(qsizetype index);
    void paintDays(QPainter &painter) const;
    void paintSkeleton(QPainter &painter) const;
    void paintMonths(QPainter &painter) const;
    void paintWeekdays(QPainter &painter) const;

    github::ContributionCalendar m_calendar;
    qsizetype m_current = -1;
};
