// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/wrappingrow.h"

#include "gui/look/measures.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int ringRoom = 3; ///< The ring of the focus is outside of a widget.

} // namespace

WrappingRow::WrappingRow(int gap, QWidget *parent) : QWidget(parent), m_gap(gap)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Fixed would be the height of one line.
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrappingRow::add(QWidget *widget)
{
    widget->setParent(this);
    m_widgets.append(widget);
}

QSize WrappingRow::sizeHint() const
{
    int width = 2 * ringRoom - look::zoomed(m_gap);
    for (const QWidget *widget : m_widgets)
        width += widget->sizeHint().width() + look::zoomed(m_gap);
    return {width, heightForWidth(width)};
}

QSize WrappingRow::minimumSizeHint() const
{
    int widest = 0;
    for (const QWidget *widget : m_widgets)
        widest = std::max(widest, widget->sizeHint().width());
    return {widest + 2 * ringRoom, heightForWidth(std::max(width(), widest + 2 * ringRoom))};
}

int WrappingRow::heightForWidth(int width) const
{
    return place(width, true);
}

/// Puts the widgets where they are with this width, unless it is only measured. Returns the height.
int WrappingRow::place(int width, bool isMeasured) const
{
    const int gap = look::zoomed(m_gap);
    const QRect all(0, 0, width, height());
    QPoint at(ringRoom, ringRoom);
    int lineHeight = 0;
    for (QWidget *widget : m_widgets) {
        const QSize size = widget->sizeHint();
        if (at.x() > ringRoom && at.x() + size.width() > width - ringRoom) {
            at = QPoint(ringRoom, at.y() + lineHeight + gap);
            lineHeight = 0;
        }
        if (!isMeasured)
            widget->setGeometry(QStyle::visualRect(layoutDirection(), all, QRect(at, size)));
        at.rx() += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return at.y() + lineHeight + ringRoom;
}

void WrappingRow::resizeEvent(QResizeEvent *)
{
    place(width(), false);
}

/// The hints of the widgets have changed.
bool WrappingRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        updateGeometry();
        place(width(), false);
    }
    return QWidget::event(event);
}

#include "moc_wrappingrow.cpp"
