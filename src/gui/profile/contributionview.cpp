// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributionview.h"

#include "gui/parts/labels.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace {

constexpr int weeksShown = 54; // A year that starts and ends in the middle of a week.
constexpr int fewestWeeks = 13;
constexpr int daysOfWeek = 7;
constexpr int gap = 3;

/// The row of a day. Weeks start on Sunday, as on GitHub.
int rowOf(const QDate &date)
{
    return date.dayOfWeek() % daysOfWeek;
}

} // namespace

ContributionView::ContributionView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Contributions"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    setFont(small);
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
    const qsizetype index = indexFrom(day);
    if (index == m_calendar.days.size() || m_calendar.days[index].date != day)
        return tr("Nothing is known of %1").arg(date);
    const qint64 count = m_calendar.days[index].count;
    if (count == 0)
        return tr("No contributions on %1").arg(date);
    return count == 1 ? tr("1 contribution on %1").arg(date)
                      : tr("%1 contributions on %2").arg(QLocale().toString(count), date);
}

/// The first day that is not before `day`. A server may leave days out.
qsizetype ContributionView::indexFrom(const QDate &day) const
{
    const auto isBefore = [](const github::ContributionDay &one, const QDate &date) { return one.date < date; };
    return std::lower_bound(m_calendar.days.begin(), m_calendar.days.end(), day, isBefore) - m_calendar.days.begin();
}

/// Days between the Sunday of the first week and this day.
int ContributionView::offsetOf(const QDate &day) const
{
    const QDate first = m_calendar.days.first().date;
    return int(first.daysTo(day)) + rowOf(first);
}

/// The side of a square plus the gap behind it, in pixels. It grows with the width, between limits that depend on the font
/// size, which follows the desktop's.
int ContributionView::stepFor(int width) const
{
    return std::clamp((width - origin().x()) / weeksShown, smallestStep(), smallestStep() * 3 / 2);
}

int ContributionView::smallestStep() const
{
    return std::max(10, fontMetrics().height() * 9 / 10);
}

QPoint ContributionView::origin() const
{
    return {fontMetrics().horizontalAdvance(QLocale().dayName(Qt::Wednesday, QLocale::ShortFormat)) + 8,
            fontMetrics().height() + 4};
}

QSize ContributionView::sizeHint() const
{
    const int width = origin().x() + weeksShown * smallestStep() + 2;
    return {width, heightForWidth(width)};
}

QSize ContributionView::minimumSizeHint() const
{
    const int width = origin().x() + fewestWeeks * smallestStep() + 2;
    return {width, heightForWidth(width)};
}

int ContributionView::heightForWidth(int width) const
{
    return origin().y() + daysOfWeek * stepFor(width) + 2;
}

/// The number of weeks at the start for which there is no room.
int ContributionView::skippedWeeks() const
{
    if (m_calendar.days.isEmpty())
        return 0;
    const int weeks = offsetOf(m_calendar.days.last().date) / daysOfWeek + 1;
    return std::max(0, weeks - (width() - origin().x()) / step());
}

bool ContributionView::isShown(qsizetype index) const
{
    return squareOf(index).left() >= origin().x();
}

QRect ContributionView::squareOf(qsizetype index) const
{
    Q_ASSERT(index >= 0 && index < m_calendar.days.size());
    const int offset = offsetOf(m_calendar.days[index].date);
    const QPoint corner = origin() + QPoint(offset / daysOfWeek - skippedWeeks(), offset % daysOfWeek) * step();
    return {corner, QSize(step() - gap, step() - gap)};
}

qsizetype ContributionView::indexAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        if (isShown(i) && squareOf(i).adjusted(0, 0, gap, gap).contains(position))
            return i;
    }
    return -1;
}

QColor ContributionView::colorOf(github::ContributionLevel level) const
{
    if (level == github::ContributionLevel::None) {
        QColor faint = palette().color(QPalette::WindowText);
        faint.setAlphaF(0.08F);
        return faint;
    }
    static const QColor onLight[]{QColor(0xb6d4f2), QColor(0x6aa9e4), QColor(0x2a6fbf), QColor(0x0b3d7c)};
    static const QColor onDark[]{QColor(0x1d3f6b), QColor(0x2f6fb8), QColor(0x66a8ea), QColor(0xbfdcfa)};
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    return (isDark ? onDark : onLight)[int(level) - 1];
}

void ContributionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWeekdays(painter);
    if (m_calendar.days.isEmpty())
        return paintSkeleton(painter);
    paintMonths(painter);
    paintDays(painter);
}

/// Placeholders for the days while they load.
void ContributionView::paintSkeleton(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(github::ContributionLevel::None));
    const QSize square(step() - gap, step() - gap);
    for (int i = 0; i < (weeksShown - 1) * daysOfWeek; ++i)
        painter.drawRoundedRect(QRect(origin() + QPoint(i / daysOfWeek, i % daysOfWeek) * step(), square), 2, 2);
}

void ContributionView::paintDays(QPainter &painter) const
{
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        if (!isShown(i))
            continue;
        const bool isMarked = hasFocus() && i == m_current;
        painter.setPen(isMarked ? QPen(palette().color(QPalette::Text), 2) : QPen(Qt::NoPen));
        painter.setBrush(colorOf(m_calendar.days[i].level));
        painter.drawRoundedRect(squareOf(i), 2, 2);
    }
}

void ContributionView::paintMonths(QPainter &painter) const
{
    painter.setPen(secondaryTextColor(palette()));
    int free = 0;
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        const QDate date = m_calendar.days[i].date;
        if (date.day() != 1 || !isShown(i))
            continue;
        const QString name = QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
        const int left = squareOf(i).left();
        const int width = fontMetrics().horizontalAdvance(name);
        if (left < free || left + width > this->width())
            continue;
        painter.drawText(left, fontMetrics().ascent(), name);
        free = left + width + 4;
    }
}

void ContributionView::paintWeekdays(QPainter &painter) const
{
    painter.setPen(secondaryTextColor(palette()));
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Wednesday, Qt::Friday}) {
        const QRect row(0, origin().y() + day * step(), origin().x() - 6, step() - gap);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
                         QLocale().standaloneDayName(day, QLocale::ShortFormat));
    }
}

bool ContributionView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype index = indexAt(help->pos());
    if (index < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), textOf(m_calendar.days[index].date), this, squareOf(index));
    return true;
}

void ContributionView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveBy(-daysOfWeek);
    case Qt::Key_Right: return moveBy(daysOfWeek);
    case Qt::Key_Up: return setCurrent(m_current - 1);
    case Qt::Key_Down: return setCurrent(m_current + 1);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(m_calendar.days.size() - 1);
    default: QWidget::keyPressEvent(event);
    }
}

void ContributionView::mousePressEvent(QMouseEvent *event)
{
    setCurrent(indexAt(event->pos()));
}

void ContributionView::moveBy(int days)
{
    const QDate target = currentDay().addDays(days);
    if (m_current >= 0 && target >= m_calendar.days.first().date)
        setCurrent(indexFrom(target));
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
    QToolTip::showText(mapToGlobal(squareOf(index).bottomRight()), text, this);
    update();
}

#include "moc_contributionview.cpp"
