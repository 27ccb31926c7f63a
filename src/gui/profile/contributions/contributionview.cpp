// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributions/contributionview.h"

#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/profile/contributions/contributiongrid.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace {

constexpr int fewestWeeks = 13;
constexpr int levels = 5;

/// Not a widget's own font: that would keep the widget from following the zoom.
QFontMetrics labelMetrics()
{
    return QFontMetrics(ContributionGrid::labelFont());
}

void paintSquare(QPainter &painter, const QRect &square, int level)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look::colors().calendar[size_t(level)]);
    const qreal radius = square.width() / 4.0;
    painter.drawRoundedRect(square, radius, radius);
}

/// Placeholders for the days while they load.
void paintSkeleton(QPainter &painter, const ContributionGrid &grid)
{
    const int weeks = std::min(ContributionGrid::weeksOfYear, grid.weeksWithRoom());
    for (int week = 0; week < weeks; ++week) {
        for (int row = 0; row < ContributionGrid::daysOfWeek; ++row)
            paintSquare(painter, grid.square(week, row), 0);
    }
}

} // namespace

ContributionView::ContributionView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Contributions"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    paintOwnFocusRing(*this);
}

ContributionGrid ContributionView::grid() const
{
    return {m_calendar.days, width()};
}

void ContributionView::setCalendar(const github::ContributionCalendar &calendar)
{
    m_calendar = calendar;
    m_current = calendar.days.size() - 1;
    setAccessibleDescription(m_current < 0 ? QString() : textOf(currentDay()));
    updateGeometry();
    update();
}

QDate ContributionView::currentDay() const
{
    return m_current < 0 ? QDate() : m_calendar.days[m_current].date;
}

QString ContributionView::textOf(const QDate &day) const
{
    const QString date = QLocale().toString(day, QLocale::LongFormat);
    const qsizetype index = grid().indexFrom(day);
    if (index == m_calendar.days.size() || m_calendar.days[index].date != day)
        return tr("Nothing is known of %1").arg(date);
    const qint64 count = m_calendar.days[index].count;
    if (count == 0)
        return tr("No contributions on %1").arg(date);
    return count == 1 ? tr("1 contribution on %1").arg(date)
                      : tr("%1 contributions on %2").arg(QLocale().toString(count), date);
}

QSize ContributionView::sizeHint() const
{
    const int width = ContributionGrid::widthFor(ContributionGrid::weeksOfYear, 1);
    return {width, heightForWidth(width)};
}

QSize ContributionView::minimumSizeHint() const
{
    const int width = ContributionGrid::widthFor(fewestWeeks);
    return {width, heightForWidth(width)};
}

int ContributionView::heightForWidth(int width) const
{
    return ContributionGrid(m_calendar.days, width).height();
}

void ContributionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(ContributionGrid::labelFont());
    const ContributionGrid grid = this->grid();
    paintWeekdays(painter, grid);
    paintLegend(painter, grid);
    if (m_calendar.days.isEmpty())
        return paintSkeleton(painter, grid);
    paintMonths(painter, grid);
    paintDays(painter, grid);
}

void ContributionView::paintDays(QPainter &painter, const ContributionGrid &grid) const
{
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        if (grid.isShown(i))
            paintSquare(painter, grid.squareOf(i), int(m_calendar.days[i].level));
    }
    if (hasFocus() && m_current >= 0 && grid.isShown(m_current)) {
        const QRect around = grid.squareOf(m_current).adjusted(-grid.gap(), -grid.gap(), grid.gap(), grid.gap());
        paintFocusRing(painter, around, around.width() / 3.0);
    }
}

QRect ContributionView::currentSquare() const
{
    const ContributionGrid grid = this->grid();
    return m_current >= 0 && grid.isShown(m_current) ? grid.squareOf(m_current) : QRect();
}

/// Less, the five shades, More, below the right end of the squares. The shades alone if there is no room for the words.
void ContributionView::paintLegend(QPainter &painter, const ContributionGrid &grid) const
{
    const QFontMetrics metrics = labelMetrics();
    const QString less = tr("Less");
    const QString more = tr("More");
    const int space = look::zoomed(look::space1);
    const int shades = levels * grid.step() - grid.gap();
    const int words = metrics.horizontalAdvance(less) + metrics.horizontalAdvance(more) + 2 * space;
    const bool hasWords = words + shades <= width();
    const int shown = std::min(grid.weeks(), grid.weeksWithRoom());
    const int right = std::max(grid.origin().x() + shown * grid.step() - grid.gap(), hasWords ? words + shades : shades);
    const int squares = right - shades - (hasWords ? metrics.horizontalAdvance(more) + space : 0);
    if (hasWords) {
        const int base = grid.legendTop() + metrics.ascent();
        painter.setPen(secondaryTextColor(palette()));
        painter.drawText(squares - space - metrics.horizontalAdvance(less), base, less);
        painter.drawText(right - metrics.horizontalAdvance(more), base, more);
    }
    const int top = grid.legendTop() + (metrics.height() - grid.step() + grid.gap()) / 2;
    for (int level = 0; level < levels; ++level)
        paintSquare(painter, {squares + level * grid.step(), top, grid.side(), grid.side()}, level);
}

void ContributionView::paintMonths(QPainter &painter, const ContributionGrid &grid) const
{
    painter.setPen(secondaryTextColor(palette()));
    int free = 0;
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        const QDate date = m_calendar.days[i].date;
        if (date.day() != 1 || !grid.isShown(i))
            continue;
        const QString name = QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
        const int left = grid.squareOf(i).left();
        const int width = labelMetrics().horizontalAdvance(name);
        if (left < free || left + width > this->width())
            continue;
        painter.drawText(left, labelMetrics().ascent(), name);
        free = left + width + look::zoomed(look::space2);
    }
}

void ContributionView::paintWeekdays(QPainter &painter, const ContributionGrid &grid) const
{
    painter.setPen(secondaryTextColor(palette()));
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Wednesday, Qt::Friday}) {
        const QRect row(0, grid.origin().y() + day * grid.step(), grid.origin().x(), grid.side());
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute | Qt::TextDontClip,
                         QLocale().standaloneDayName(day, QLocale::ShortFormat));
    }
}

bool ContributionView::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ContributionGrid grid = this->grid();
    const qsizetype index = grid.indexAt(help->pos());
    if (index < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), textOf(m_calendar.days[index].date), this, grid.squareOf(index));
    return true;
}

void ContributionView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveBy(-ContributionGrid::daysOfWeek);
    case Qt::Key_Right: return moveBy(ContributionGrid::daysOfWeek);
    case Qt::Key_Up: return setCurrent(m_current - 1);
    case Qt::Key_Down: return setCurrent(m_current + 1);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(m_calendar.days.size() - 1);
    default: QWidget::keyPressEvent(event);
    }
}

void ContributionView::mousePressEvent(QMouseEvent *event)
{
    setCurrent(grid().indexAt(event->pos()));
}

void ContributionView::moveBy(int days)
{
    const QDate target = currentDay().addDays(days);
    if (m_current >= 0 && target >= m_calendar.days.first().date)
        setCurrent(grid().indexFrom(target));
}

void ContributionView::setCurrent(qsizetype index)
{
    if (index < 0 || index >= m_calendar.days.size())
        return;
    m_current = index;
    const QString text = textOf(currentDay());
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(mapToGlobal(grid().squareOf(index).bottomRight()), text, this);
    update();
}

#include "moc_contributionview.cpp"
