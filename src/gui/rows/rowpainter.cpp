// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowpainter.h"

#include "gui/controls/focusring.h"
#include "gui/look/measures.h"
#include "gui/parts/pill.h"
#include "gui/parts/skeleton.h"
#include "gui/rows/rowdate.h"
#include "gui/rows/rowline.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

namespace {

using look::zoomed;

int metricsHeight(look::Text text)
{
    return QFontMetrics(look::font(text)).height();
}

/// The parts of a row, from left to right.
struct Places
{
    QRect dot;
    QRect glyph;
    QRect content;
    QRect firstLine;
    QRect secondLine;
};

Places placesOf(const RowLook &how)
{
    const int gap = zoomed(look::space2);
    const int side = zoomed(look::glyphSide);
    Places places;
    places.dot = QRect(how.area.left() + zoomed(6), how.area.top(), zoomed(8), how.area.height());
    places.glyph = QRect(how.area.left() + zoomed(21), how.area.top(), side, how.area.height());
    places.content = how.area;
    places.content.setLeft(places.glyph.right() + 1 + gap + zoomed(2));
    places.content.setRight(how.area.right() - zoomed(look::space3));
    const int title = std::max(metricsHeight(look::Text::Strong), pillSize(QString()).height());
    const int facts = std::max(metricsHeight(look::Text::Caption), pillSize(QString()).height());
    places.firstLine = places.content;
    if (how.isCompact)
        return places;
    const int between = zoomed(3);
    const int top = how.area.top() + (how.area.height() - title - between - facts) / 2;
    places.firstLine = QRect(places.content.left(), top, places.content.width(), title);
    places.secondLine = QRect(places.content.left(), top + title + between, places.content.width(), facts);
    places.glyph.setTop(top);
    places.glyph.setHeight(title);
    return places;
}

QRect mirrored(const RowLook &how, const QRect &place)
{
    return QStyle::visualRect(how.direction, how.area, place);
}

QPainterPath cardPath(const QRectF &card, const RowPosition &position)
{
    const qreal radius = zoomed(look::cardRadius);
    QRectF whole = card;
    if (!position.isFirst)
        whole.setTop(whole.top() - 2 * radius);
    if (!position.isLast)
        whole.setBottom(whole.bottom() + 2 * radius);
    QPainterPath path;
    path.addRoundedRect(whole, radius, radius);
    return path;
}

void paintBackground(QPainter &painter, const RowLook &how)
{
    const look::Colors &colors = look::colors();
    const QPainterPath card = cardPath(QRectF(how.area).adjusted(0.5, how.position.isFirst ? 0.5 : 0, -0.5, how.position.isLast ? -0.5 : 0),
                                       how.position);
    painter.setPen(Qt::NoPen);
    painter.setBrush(how.isSelected ? colors.selection : how.isHovered ? colors.hover : colors.surface);
    painter.drawPath(card);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(colors.cardBorder);
    if (!how.position.isFirst)
        painter.drawLine(QPointF(how.area.left() + 1, how.area.top() + 0.5), QPointF(how.area.right(), how.area.top() + 0.5));
    painter.drawPath(card);
}

void paintPlaceholder(QPainter &painter, const RowLook &how)
{
    const Places places = placesOf(how);
    const auto bar = [&](const QRect &line, qreal share, int height) {
        const QRect place(line.left(), line.center().y() - height / 2, int(line.width() * share), height);
        paintSkeletonBar(painter, mirrored(how, place));
    };
    const int glyph = zoomed(look::glyphSide);
    paintSkeletonBar(painter, mirrored(how, QRect(places.glyph.left(), places.glyph.center().y() - glyph / 2, glyph, glyph)));
    bar(places.firstLine, 0.4, zoomed(10));
    if (!how.isCompact)
        bar(places.secondLine, 0.6, zoomed(8));
}

void paintActions(QPainter &painter, const RowLook &how)
{
    const QList<QRect> places = actionPlaces(how, how.actions.size());
    for (qsizetype i = 0; i < places.size(); ++i) {
        const bool isHot = i == how.hotAction;
        painter.setPen(isHot ? look::colors().controlBorder : look::colors().cardBorder);
        painter.setBrush(look::colors().surface);
        painter.drawRoundedRect(QRectF(places[i]).adjusted(0.5, 0.5, -0.5, -0.5), zoomed(look::controlRadius), zoomed(look::controlRadius));
        const int side = zoomed(look::glyphSide);
        QRectF glyph(0, 0, side, side);
        glyph.moveCenter(QRectF(places[i]).center());
        look::paintGlyph(painter, how.actions[i], glyph, isHot ? look::colors().text : look::colors().secondaryText);
    }
}

int actionsWidth(qsizetype count)
{
    return count > 0 ? int(count) * zoomed(32) : 0;
}

QString ageOf(const Row &row, const RowLook &how)
{
    return row.at.isValid() ? shortAge(row.at, how.now) : QString();
}

int dateWidth(const Row &row, const RowLook &how)
{
    return QFontMetrics(look::font(look::Text::Caption)).horizontalAdvance(ageOf(row, how)) + 1;
}

/// The lines without what stands at their ends: the actions, or the date.
struct Lines
{
    Lines(const Row &row, const RowLook &how)
        : places(placesOf(how)), first(places.firstLine, how), second(places.secondLine, how)
    {
        const int gap = zoomed(look::space3);
        if (!how.actions.isEmpty()) {
            first.takeFromEnd(actionsWidth(how.actions.size()), gap);
            second.takeFromEnd(actionsWidth(how.actions.size()), gap);
        } else if (row.at.isValid()) {
            date = first.takeFromEnd(dateWidth(row, how), gap);
        }
    }

    Places places;
    RowLine first;
    RowLine second;
    QRect date;
};

/// In a compact row, all stands in one line.
void paintContent(QPainter &painter, const Row &row, const RowLook &how, const RowInks &inks)
{
    Lines lines(row, how);
    RowLine &rest = how.isCompact ? lines.first : lines.second;
    if (how.actions.isEmpty()) {
        painter.setFont(look::font(look::Text::Caption));
        painter.setPen(inks.secondary);
        paintText(painter, lines.date, ageOf(row, how), how.direction);
        paintFigures(painter, rest, row.figures, inks, how.direction);
    }
    const look::Text titleFont = row.isStrong ? look::Text::Strong : look::Text::Body;
    if (!row.owner.isEmpty())
        writeText(painter, lines.first, row.owner + QStringLiteral(" / "), look::Text::Body, inks.secondary, 0, how.direction);
    writeText(painter, lines.first, row.title, titleFont, inks.text, zoomed(look::space2), how.direction);
    paintPills(painter, lines.first, row.titlePills, inks, 0);
    paintPills(painter, rest, row.pills, inks, row.facts.isEmpty() ? 0 : zoomed(60));
    writeText(painter, rest, row.facts, look::Text::Caption, inks.secondary, 0, how.direction);
}

void paintSigns(QPainter &painter, const Row &row, const RowLook &how, const RowInks &inks)
{
    const Places places = placesOf(how);
    if (row.isUnread) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(inks.isSolid ? inks.text : look::colors().accent);
        QPointF middle = QRectF(mirrored(how, places.dot)).center();
        middle.setY(QRectF(places.glyph).center().y());
        painter.drawEllipse(middle, zoomed(7) / 2.0, zoomed(7) / 2.0);
    }
    look::paintGlyph(painter, row.glyph, mirrored(how, places.glyph), inks.of(row.glyphColor));
}

void paintRing(QPainter &painter, const RowLook &how, const RowInks &inks)
{
    const QRectF area = QRectF(how.area).adjusted(2, 2, -2, -2);
    const int radius = zoomed(look::controlRadius);
    if (!inks.isSolid)
        return paintFocusRing(painter, area, radius);
    painter.setPen(QPen(inks.text, look::focusRingWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
}

void paintHeading(QPainter &painter, const Row &row, const RowLook &how)
{
    const int height = metricsHeight(look::Text::Strong);
    const QRect area = how.area.adjusted(zoomed(look::space1), how.area.height() - height - zoomed(look::space2), -zoomed(look::space1),
                                          -zoomed(look::space2));
    RowLine line(area, how);
    const look::Colors &colors = look::colors();
    painter.setFont(look::font(look::Text::Caption));
    const QRect count = line.takeFromEnd(painter.fontMetrics().horizontalAdvance(row.facts) + 1, zoomed(look::space3));
    painter.setPen(colors.secondaryText);
    paintText(painter, count, row.facts, how.direction);
    writeText(painter, line, row.title, look::Text::Strong, colors.secondaryText, 0, how.direction);
}

} // namespace

int rowHeight(Row::Kind kind, bool isCompact)
{
    if (kind == Row::Kind::Heading)
        return std::max(zoomed(44), metricsHeight(look::Text::Strong) + zoomed(24));
    const int line = std::max(metricsHeight(look::Text::Strong), pillSize(QString()).height());
    if (isCompact)
        return std::max(zoomed(look::compactListRowHeight), line + zoomed(12));
    const int second = std::max(metricsHeight(look::Text::Caption), pillSize(QString()).height());
    return std::max(zoomed(look::listRowHeight), line + second + zoomed(19));
}

void paintRow(QPainter &painter, const Row &row, const RowLook &how)
{
    painter.save();
    painter.setClipRect(how.area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // Names of the server have directions of their own.
    if (row.kind == Row::Kind::Heading) {
        paintHeading(painter, row, how);
        painter.restore();
        return;
    }
    paintBackground(painter, how);
    if (row.kind == Row::Kind::Placeholder) {
        paintPlaceholder(painter, how);
    } else {
        const RowInks inks(how);
        paintSigns(painter, row, how, inks);
        paintContent(painter, row, how, inks);
        paintActions(painter, how);
        if (how.hasFocusRing)
            paintRing(painter, how, inks);
    }
    painter.restore();
}

QList<QRect> actionPlaces(const RowLook &how, qsizetype count)
{
    const QRect content = placesOf(how).content;
    const int side = zoomed(28);
    QList<QRect> places;
    for (qsizetype i = 0; i < count; ++i) {
        const int left = content.right() + 1 - actionsWidth(count - i) + zoomed(4);
        places.append(mirrored(how, QRect(left, content.center().y() + 1 - side / 2, side, side)));
    }
    return places;
}

QRect datePlace(const Row &row, const RowLook &how)
{
    return row.kind == Row::Kind::Entry ? Lines(row, how).date : QRect();
}

bool isTitleCut(const Row &row, const RowLook &how)
{
    if (row.kind != Row::Kind::Entry)
        return false;
    const QFontMetrics body(look::font(look::Text::Body));
    const int owner = row.owner.isEmpty() ? 0 : body.horizontalAdvance(row.owner + QStringLiteral(" / "));
    const QFontMetrics title(look::font(row.isStrong ? look::Text::Strong : look::Text::Body));
    return owner + title.horizontalAdvance(onOneLine(row.title)) > Lines(row, how).first.room();
}
