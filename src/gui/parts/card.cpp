// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/card.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

Card::Card(QWidget *parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    useZoom();
}

void Card::useZoom()
{
    const int space = look::zoomed(look::space4);
    m_body->setContentsMargins(space, space, space, space);
    m_body->setSpacing(look::zoomed(look::space2));
}

void Card::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        useZoom();
    QFrame::changeEvent(event);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintCard(painter, rect());
}

void paintCard(QPainter &painter, const QRectF &area)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::colors().cardBorder);
    painter.setBrush(look::colors().surface);
    const qreal radius = look::zoomed(look::cardRadius);
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

#include "moc_card.cpp"
