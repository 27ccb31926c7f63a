// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/contributions/contributionview.h"

#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace {

constexpr int weeksOfYear = 53;
constexpr int fewestWeeks = 13;
constexpr int daysOfWeek = 7;
constexpr int levels = 5;
constexpr int smallestStep = 10; // At 100 %.
constexpr int largestStep = 16;

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
    paintOwnFocusRing(*this);
}

/// Not the widget's own: that would keep the widget from following the zoom.
QFont ContributionView::labelFont()
{
    QFont font = look::font(look::Text::Micro);
    font.setWeight(QFont::Normal);
    return font;
}

QFontMetrics ContributionView::labelMetrics()
{
    return QFontMetrics(labelFont());
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

/// The side of a square plus the gap behind it: whole pixels, so that all squares are alike.
int ContributionView::stepFor(int width) const
{
    return std::clamp((width - origin().x()) / weeks(), look::zoomed(smallestStep), look::zoomed(largestStep));
}

int ContributionView::gap() const
{
    return std::max(2, step() / 4);
}

int ContributionView::weeks() const
{
    return m_calendar.days.isEmpty() ? weeksOfYear : std::max(weeksOfYear, offsetOf(m_calendar.days.last().date) / daysOfWeek + 1);
}

QPoint ContributionView::origin() const
{
    int widest = 0;
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Wednesday, Qt::Friday})
        widest = std::max(widest, labelMetrics().horizontalAdvance(QLocale().standaloneDayName(day, QLocale::ShortFormat)));
    return {widest + look::zoomed(6), labelMetrics().height() + look::zoomed(look::space1)};
}

int ContributionView::legendTop() const
{
    return origin().y() + daysOfWeek * step() + look::zoomed(look::space2);
}

QSize ContributionView::sizeHint() const
{
    const int width = origin().x() + weeksOfYear * look::zoomed(smallestStep + 1);
    return {width, heightForWidth(width)};
}

QSize ContributionView::minimumSizeHint() const
{
    const int width = origin().x() + fewestWeeks * look::zoomed(smallestStep);
    return {width, heightForWidth(width)};
}

int ContributionView::heightForWidth(int width) const
{
    return origin().y() + daysOfWeek * stepFor(width) + look::zoomed(look::space2) + labelMetrics().height();
}

/// With the gap behind the last, in which its ring is.
int ContributionView::weeksWithRoom() const
{
    return (width() - origin().x()) / step();
}

/// The number of weeks at the start for which there is no room.
int ContributionView::skippedWeeks() const
{
    if (m_calendar.days.isEmpty())
        return 0;
    const int last = offsetOf(m_calendar.days.last().date) / daysOfWeek + 1;
    return std::max(0, last - weeksWithRoom());
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
    return {corner, QSize(step() - gap(), step() - gap())};
}

qsizetype ContributionView::indexAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        if (isShown(i) && squareOf(i).adjusted(0, 0, gap(), gap()).contains(position))
            return i;
    }
    return -1;
}

void ContributionView::paintSquare(QPainter &painter, const QRect &square, int level)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(look::colors().calendar[size_t(level)]);
    const qreal radius = square.width() / 4.0;
    painter.drawRoundedRect(square, radius, radius);
}

void ContributionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont());
    paintWeekdays(painter);
    paintLegend(painter);
    if (m_calendar.days.isEmpty())
        return paintSkeleton(painter);
    paintMonths(painter);
    paintDays(painter);
}

/// Placeholders for the days while they load.
void ContributionView::paintSkeleton(QPainter &painter) const
{
    const QSize square(step() - gap(), step() - gap());
    const int count = std::min(weeksOfYear, weeksWithRoom()) * daysOfWeek;
    for (int i = 0; i < count; ++i)
        paintSquare(painter, {origin() + QPoint(i / daysOfWeek, i % daysOfWeek) * step(), square}, 0);
}

void ContributionView::paintDays(QPainter &painter) const
{
    for (qsizetype i = 0; i < m_calendar.days.size(); ++i) {
        if (isShown(i))
            paintSquare(painter, squareOf(i), int(m_calendar.days[i].level));
    }
    if (hasFocus() && m_current >= 0 && isShown(m_current)) {
        const QRect around = squareOf(m_current).adjusted(-gap(), -gap(), gap(), gap());
        paintFocusRing(painter, around, around.width() / 3.0);
    }
}

QRect ContributionView::currentSquare() const
{
    return m_current >= 0 && isShown(m_current) ? squareOf(m_current) : QRect();
}

/// Less, the five shades, More, below the right end of the squares. The shades alone if there is no room for the words.
void ContributionView::paintLegend(QPainter &painter) const
{
    const QFontMetrics metrics = labelMetrics();
    const QString less = tr("Less");
    const QString more = tr("More");
    const int space = look::zoomed(look::space1);
    const int shades = levels * step() - gap();
    const int words = metrics.horizontalAdvance(less) + metrics.horizontalAdvance(more) + 2 * space;
    const bool hasWords = words + shades <= width();
    const int shown = std::min(weeks(), weeksWithRoom());
    const int right = std::max(origin().x() + shown * step() - gap(), hasWords ? words + shades : shades);
    const int squares = right - shades - (hasWords ? metrics.horizontalAdvance(more) + space : 0);
    if (hasWords) {
        const int base = legendTop() + metrics.ascent();
        painter.setPen(secondaryTextColor(palette()));
        painter.drawText(squares - space - metrics.horizontalAdvance(less), base, less);
        painter.drawText(right - metrics.horizontalAdvance(more), base, more);
    }
    const int top = legendTop() + (metrics.height() - step() + gap()) / 2;
    for (int level = 0; level < levels; ++level)
        paintSquare(painter, {squares + level * step(), top, step() - gap(), step() - gap()}, level);
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
        const int width = labelMetrics().horizontalAdvance(name);
        if (left < free || left + width > this->width())
            continue;
        painter.drawText(left, labelMetrics().ascent(), name);
        free = left + width + look::zoomed(look::space2);
    }
}

void ContributionView::paintWeekdays(QPainter &painter) const
{
    painter.setPen(secondaryTextColor(palette()));
    for (const Qt::DayOfWeek day : {Qt::Monday, Qt::Wednesday, Qt::Friday}) {
        const QRect row(0, origin().y() + day * step(), origin().x(), step() - gap());
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
