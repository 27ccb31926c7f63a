// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/contributionview.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace {

constexpr int weeksShown = 53;
constexpr int daysOfWeek = 7;
constexpr int gap = 3;

/// The row of a day: weeks begin on Sunday, as GitHub's do.
int rowOf(const QDate &date)
{
    return date.dayOfWeek() % daysOfWeek;
}

} // namespace

ContributionView::ContributionView(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Contributions"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
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
    if (m_calendar.days.isEmpty() || day < m_calendar.days.first().date || day > m_calendar.days.last().date)
        return tr("Nothing is known of %1").arg(date);
    const int count = m_calendar.days[m_calendar.days.first().date.daysTo(day)].count;
    if (count == 0)
        return tr("No contributions on %1").arg(date);
    return count == 1 ? tr("1 contribution on %1").arg(date)
                      : tr("%1 contributions on %2").arg(QLocale().toString(count), date);
}

/// Side of a square with the gap behind it, by the size of the font, so that it scales with the desktop's.
int ContributionView::step() const
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
    return {origin().x() + (weeksShown + 1) * step() + 2, origin().y() + daysOfWeek * step() + 2};
}

QRect ContributionView::squareOf(qsizetype index) const
{
    const int offset = int(index) + rowOf(m_calendar.days.first().date);
    const QPoint corner = origin() + QPoint(offset / daysOfWeek, offset % daysOfWeek) * step();
    return {corner, QSize(step() - gap, step() - gap)};
}

qsizetype ContributionView::indexAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        if (squareOf(i).adjusted(0, 0, gap, gap).contains(position))
            return i;
    }
    return -1;
}

QColor ContributionView::colourOf(github::ContributionLevel level) const
{
    const QColor base = palette().color(QPalette::Base);
    const bool isDark = base.lightness() < 128;
    static const QColor onLight[]{QColor(0xebedf0), QColor(0xb6d4f2), QColor(0x6aa9e4), QColor(0x2a6fbf), QColor(0x0b3d7c)};
    static const QColor onDark[]{QColor(0x2d333b), QColor(0x1d3f6b), QColor(0x2f6fb8), QColor(0x66a8ea), QColor(0xbfdcfa)};
    return (isDark ? onDark : onLight)[int(level)];
}

void ContributionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWeekdays(painter);
    if (m_calendar.days.isEmpty()) {
        // Where the days will be, while they are on their way.
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(github::ContributionLevel::None));
        for (int i = 0; i < weeksShown * daysOfWeek; ++i)
            painter.drawRoundedRect(QRect(origin() + QPoint(i / daysOfWeek, i % daysOfWeek) * step(),
                                          QSize(step() - gap, step() - gap)), 2, 2);
        return;
    }
    paintMonths(painter);
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        const bool isMarked = hasFocus() && i == m_current;
        painter.setPen(isMarked ? QPen(palette().color(QPalette::Text), 2) : QPen(Qt::NoPen));
        painter.setBrush(colourOf(m_calendar.days[i].level));
        painter.drawRoundedRect(squareOf(i), 2, 2);
    }
}

void ContributionView::paintMonths(QPainter &painter) const
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    int free = 0;
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        const QDate date = m_calendar.days[i].date;
        const QString name = QLocale().standaloneMonthName(date.month(), QLocale::ShortFormat);
        const int left = squareOf(i).left();
        const int width = fontMetrics().horizontalAdvance(name);
        if (date.day() != 1 || left < free || left + width > this->width())
            continue;
        painter.drawText(left, fontMetrics().ascent(), name);
        free = left + width + 4;
    }
}

void ContributionView::paintWeekdays(QPainter &painter) const
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
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
    case Qt::Key_Left: return setCurrent(m_current - daysOfWeek);
    case Qt::Key_Right: return setCurrent(m_current + daysOfWeek);
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
