// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowline.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/pill.h"
#include "result/printabletext.h"

#include <QFontMetrics>
#include <QPainter>

using look::zoomed;

namespace {

/// More characters than any line can show.
constexpr qsizetype longestLine = 500;

int pillWidth(const RowPill &pill)
{
    return pillSize(pill.text).width() + (pill.dot.isValid() ? zoomed(12) : 0);
}

/// A label of the server: its color is only a dot, because text in it may be unreadable.
void paintLabel(QPainter &painter, const QRect &place, const RowPill &pill, const RowInks &inks)
{
    const int height = pillSize(pill.text).height();
    const QRectF outline = QRectF(place.left(), place.center().y() + 0.5 - height / 2.0, place.width(), height).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(inks.isSolid ? inks.text : look::colors().cardBorder);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    const qreal radius = zoomed(8) / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(pill.dot);
    painter.drawEllipse(QPointF(outline.left() + zoomed(11), outline.center().y()), radius, radius);
    painter.setFont(look::font(look::Text::Micro));
    painter.setPen(inks.secondary);
    painter.drawText(outline.adjusted(zoomed(19), 0, -zoomed(6), 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, pill.text);
}

/// Below a pill, whose tint may be the color of the selection.
void paintGround(QPainter &painter, const QRect &place)
{
    const qreal height = pillSize(QString()).height() - 1;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look::colors().surface);
    painter.drawRoundedRect(QRectF(place.left() + 0.5, place.center().y() + 1 - (height + 1) / 2 + 0.5, place.width() - 1, height), height / 2, height / 2);
}

int figureWidth(const RowFigure &figure, const QFontMetrics &metrics)
{
    return zoomed(16) + metrics.horizontalAdvance(figure.text);
}

void paintFigure(QPainter &painter, QRect place, const RowFigure &figure, const RowInks &inks, Qt::LayoutDirection direction)
{
    QRect sign(place.left(), place.top(), zoomed(12), place.height());
    QRect text = place.adjusted(zoomed(16), 0, 0, 0);
    sign = QStyle::visualRect(direction, place, sign);
    text = QStyle::visualRect(direction, place, text);
    if (figure.glyph) {
        look::paintGlyph(painter, *figure.glyph, sign, inks.secondary);
    } else {
        const qreal radius = zoomed(10) / 2.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(figure.dot);
        painter.drawEllipse(QRectF(sign).center(), radius, radius);
    }
    painter.setFont(look::font(look::Text::Caption));
    painter.setPen(inks.secondary);
    painter.drawText(text, int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::AlignAbsolute | Qt::TextSingleLine, figure.text);
}

} // namespace

RowInks::RowInks(const RowLook &how)
{
        const look::Colors &colors = look::colors();
        isOnSelection = how.isSelected;
        isSolid = how.isSelected && colors.isHighContrast;
        text = how.isSelected ? colors.onSelection : colors.text;
        secondary = isSolid ? colors.onSelection : colors.secondaryText;
}

QString onOneLine(const QString &text)
{
    QString line = startOf(text, longestLine);
    for (QChar &character : line) {
        const bool isBreak = character.category() == QChar::Other_Control || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator;
        if (isBreak)
            character = QLatin1Char(' ');
    }
    return line;
}

void paintText(QPainter &painter, const QRect &place, const QString &text, Qt::LayoutDirection direction)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter.drawText(place, int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::AlignAbsolute | Qt::TextSingleLine, shown);
}

void writeText(QPainter &painter, RowLine &line, const QString &text, look::Text font, const QColor &color, int gap, Qt::LayoutDirection direction)
{
    if (text.isEmpty() || line.room() <= 0)
        return;
    painter.setFont(look::font(font));
    painter.setPen(color);
    const QString shown = onOneLine(text);
    const int width = painter.fontMetrics().horizontalAdvance(shown) + 1;
    paintText(painter, line.take(width, gap), shown, direction);
}

void paintPills(QPainter &painter, RowLine &line, const QList<RowPill> &pills, const RowInks &inks, int spare)
{
    for (const RowPill &pill : pills) {
        const int width = pillWidth(pill);
        if (width + spare > line.room())
            return;
        const QRect place = line.take(width, zoomed(6));
        if (pill.dot.isValid()) {
            paintLabel(painter, place, pill, inks);
            continue;
        }
        if (inks.isOnSelection)
            paintGround(painter, place);
        paintPill(painter, QPoint(place.left(), place.center().y() + 1), pill.text, look::colors().*pill.color);
    }
}

void paintFigures(QPainter &painter, RowLine &line, const QList<RowFigure> &figures, const RowInks &inks, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(look::font(look::Text::Caption));
    const int half = line.room() / 2;
    for (qsizetype i = figures.size() - 1; i >= 0; --i) {
        const int width = figureWidth(figures[i], metrics);
        if (line.room() - width < half)
            return;
        paintFigure(painter, line.takeFromEnd(width, zoomed(look::space3)), figures[i], inks, direction);
    }
}
