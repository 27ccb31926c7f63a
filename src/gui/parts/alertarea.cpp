// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/alertarea.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

AlertArea::AlertArea(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize AlertArea::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

QSize AlertArea::minimumSizeHint() const
{
    return {0, 0};
}

int AlertArea::heightForWidth(int width) const
{
    if (!widget() || !widget()->layout() || widget()->layout()->isEmpty())
        return 0; // Without its margins.
    const int needed = widget()->layout()->totalHeightForWidth(width);
    return std::clamp(needed, 0, window()->height() * 2 / 5);
}

/// The first event comes when setWidget() has set its filter.
bool AlertArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

#include "moc_alertarea.cpp"
