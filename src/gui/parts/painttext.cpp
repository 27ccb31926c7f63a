// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/painttext.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace {

/// More characters than any line can show.
constexpr qsizetype longestLine = 1000;

QString onOneLine(const QString &text)
{
    QString line = text.left(longestLine);
    for (QChar &character : line) {
        const bool isBreak = character.category() == QChar::Other_Control || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator;
        if (isBreak)
            character = QLatin1Char(' ');
    }
    return line;
}

} // namespace

void paintLine(QPainter *painter, QRect &rest, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QRect line(rest.topLeft(), QSize(rest.width(), metrics.height()));
    const QString shown = metrics.elidedText(onOneLine(text), Qt::ElideRight, line.width());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    rest.setTop(line.bottom() + lineGap);
}

void paintRowBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->setClipRect(option.rect, Qt::IntersectClip); // Stacked marks reach into the rows above and below.
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
