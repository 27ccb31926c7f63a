// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributions/contributiongrid.h"

#include "gui/look/measures.h"

#include <QFontMetrics>
#include <QLocale>

#include <algorithm>

namespace {

constexpr int smallestStep = 10; // At 100 %.
constexpr int largestStep = 16;

/// The row of a day. Weeks start on Sunday, as on GitHub.
int rowOf(const QDate &date)
{
    return date.dayOfWeek() % ContributionGrid::daysOfWeek;
}

int labelHeight()
{
    return QFontMetrics(ContributionGrid::labelFont()).height();
}

QPoint originOfSquares()
{
    const QFontMetrics metrics(ContributionGrid::labelFont());
    int widest = 0;
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Wednesday, Qt::Friday})
        widest = std::max(widest, metrics.horizontalAdvance(QLocale().standaloneDayName(day, QLocale::ShortFormat)));
    return {widest + look::zoomed(6), metrics.height() + look::zoomed(look::space1)};
}

} // namespace

ContributionGrid::ContributionGrid(const QList<github::ContributionDay> &days, int width)
    : m_days(days), m_width(width), m_origin(originOfSquares())
{
    const int weeksWithDays = days.isEmpty() ? 0 : offsetOf(days.last().date) / daysOfWeek + 1;
    m_weeks = std::max(weeksOfYear, weeksWithDays);
    // Whole pixels, so that all squares are alike.
    m_step = std::clamp((width - m_origin.x()) / m_weeks, look::zoomed(smallestStep), look::zoomed(largestStep));
    m_skippedWeeks = std::max(0, weeksWithDays - weeksWithRoom());
}

QFont ContributionGrid::labelFont()
{
    QFont font = look::font(look::Text::Micro);
    font.setWeight(QFont::Normal);
    return font;
}

int ContributionGrid::widthFor(int weeks, int spare)
{
    return originOfSquares().x() + weeks * look::zoomed(smallestStep + spare);
}

int ContributionGrid::height() const
{
    return legendTop() + labelHeight();
}

int ContributionGrid::legendTop() const
{
    return m_origin.y() + daysOfWeek * m_step + look::zoomed(look::space2);
}

int ContributionGrid::gap() const
{
    return std::max(2, m_step / 4);
}

/// With the gap behind the last, in which its ring is.
int ContributionGrid::weeksWithRoom() const
{
    return (m_width - m_origin.x()) / m_step;
}

/// Days between the Sunday of the first week and this day.
int ContributionGrid::offsetOf(const QDate &day) const
{
    const QDate first = m_days.first().date;
    return int(first.daysTo(day)) + rowOf(first);
}

QRect ContributionGrid::square(int week, int row) const
{
    return {m_origin + QPoint(week, row) * m_step, QSize(side(), side())};
}

QRect ContributionGrid::squareOf(qsizetype index) const
{
    Q_ASSERT(index >= 0 && index < m_days.size());
    const int offset = offsetOf(m_days[index].date);
    return square(offset / daysOfWeek - m_skippedWeeks, offset % daysOfWeek);
}

bool ContributionGrid::isShown(qsizetype index) const
{
    return squareOf(index).left() >= m_origin.x();
}

qsizetype ContributionGrid::indexAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        if (isShown(i) && squareOf(i).adjusted(0, 0, gap(), gap()).contains(position))
            return i;
    }
    return -1;
}

qsizetype ContributionGrid::indexFrom(const QDate &day) const
{
    const auto isBefore = [](const github::ContributionDay &one, const QDate &date) { return one.date < date; };
    return std::lower_bound(m_days.begin(), m_days.end(), day, isBefore) - m_days.begin();
}
