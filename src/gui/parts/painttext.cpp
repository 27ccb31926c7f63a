// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/painttext.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionViewItem>

void paintLine(QPainter *painter, QRect &rest, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QRect line(rest.topLeft(), QSize(rest.width(), metrics.height()));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, line.width()));
    rest.setTop(line.bottom() + lineGap);
}

void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem background = option;
    background.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &background, painter, option.widget);
}

void paintSeparator(QPainter *painter, const QPoint &left, int width, const QColor &text)
{
    QColor line = text;
    line.setAlphaF(0.12F);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(line);
    painter->drawLine(left, left + QPoint(width, 0));
}
