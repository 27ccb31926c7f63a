// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/pill.h"

#include "gui/look/measures.h"

#include <QFontMetrics>
#include <QPainter>

QSize pillSize(const QString &text)
{
    const QFontMetrics metrics(look::font(look::Text::Micro));
    return {metrics.horizontalAdvance(text) + 2 * look::zoomed(7), metrics.height() + 2 * look::zoomed(2)};
}

int paintPill(QPainter &painter, const QPoint &leftCenter, const QString &text, const QColor &color)
{
    const QSize size = pillSize(text);
    QRectF area(QPointF(), size);
    area.moveTopLeft(QPointF(leftCenter.x(), leftCenter.y() - size.height() / 2));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(look::font(look::Text::Micro));
    painter.setBrush(look::tint(color));
    painter.setPen(look::colors().isHighContrast ? QPen(color) : QPen(Qt::NoPen));
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), size.height() / 2.0, size.height() / 2.0);
    painter.setPen(color);
    painter.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
    return size.width();
}

Pill::Pill(QWidget *parent) : Pill({}, &look::Colors::secondaryText, parent) {}

Pill::Pill(const QString &text, QColor look::Colors::*color, QWidget *parent) : QWidget(parent), m_color(color)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Pill::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Pill::setColor(QColor look::Colors::*color)
{
    m_color = color;
    update();
}

QSize Pill::sizeHint() const
{
    return pillSize(m_text);
}

QSize Pill::minimumSizeHint() const
{
    return sizeHint();
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, QPoint(0, height() / 2), m_text, look::colors().*m_color);
}

#include "moc_pill.cpp"
