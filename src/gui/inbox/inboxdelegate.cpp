// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxdelegate.h"

#include "gui/inbox/inboxmodel.h"
#include "gui/parts/painttext.h"

#include <QPainter>
#include <QPainterPath>

namespace {

constexpr int horizontalMargin = 18;
constexpr int verticalMargin = 7;
constexpr int headingSpace = 12; // Above the line of text and below it.

using Kind = InboxRow::Kind;

/// The signs also differ in shape, for color-blind people.
void paintChecks(QPainter *painter, const QRectF &place, github::Checks checks)
{
    const qreal width = place.width();
    QPainterPath sign;
    QColor color;
    if (checks == github::Checks::Passed) {
        color = QColor(0x2d, 0xa0, 0x4e);
        sign.moveTo(place.left(), place.center().y());
        sign.lineTo(place.left() + width * 0.38, place.bottom() - width * 0.15);
        sign.lineTo(place.right(), place.top() + width * 0.15);
    } else if (checks == github::Checks::Failed) {
        color = QColor(0xd9, 0x3f, 0x3f);
        const QRectF cross = place.adjusted(1, 1, -1, -1);
        sign.moveTo(cross.topLeft());
        sign.lineTo(cross.bottomRight());
        sign.moveTo(cross.topRight());
        sign.lineTo(cross.bottomLeft());
    } else if (checks == github::Checks::Pending) {
        color = QColor(0xc6, 0x8a, 0x00);
        sign.addEllipse(place.adjusted(1, 1, -1, -1));
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, width * 0.18, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(sign);
}

void paintSign(QPainter *painter, const QRect &line, const InboxRow &row, const QPalette &palette, bool isSelected)
{
    const qreal side = line.height() * 0.6;
    const QRectF place(line.left(), line.top() + (line.height() - side) / 2, side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.kind == Kind::Notification) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(isSelected ? QPalette::HighlightedText : QPalette::Highlight));
        painter->drawEllipse(place.center(), side * 0.3, side * 0.3);
    } else if (!isSelected) {
        paintChecks(painter, place, row.checks);
    } else {
        // The signs' colors cannot be told apart on the color of the selection.
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.color(QPalette::Base));
        painter->drawEllipse(place.adjusted(-side * 0.25, -side * 0.25, side * 0.25, side * 0.25));
        paintChecks(painter, place, row.checks);
    }
}

void paintPlaceholder(QPainter *painter, QRect rest, const QColor &text)
{
    QColor bar = text;
    bar.setAlphaF(0.09F);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(bar);
    const int height = painter->fontMetrics().height();
    const int barHeight = height * 6 / 10;
    for (const int width : {rest.width() / 2, rest.width() / 4}) {
        painter->drawRoundedRect(QRect(rest.left(), rest.top() + (height - barHeight) / 2, width, barHeight), 4, 4);
        rest.setTop(rest.top() + height + lineGap);
    }
}

struct Colors
{
    explicit Colors(const QStyleOptionViewItem &option)
        : text(option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text)),
          secondary(text)
    {
        secondary.setAlphaF(0.7F);
    }

    QColor text;
    QColor secondary;
};

void paintSecondaryLine(QPainter *painter, QRect rest, const QString &line, const Colors &colors)
{
    painter->setPen(colors.secondary);
    paintLine(painter, rest, line);
}

void paintItem(QPainter *painter, QRect rest, const QString &title, const QString &facts, const Colors &colors)
{
    painter->setPen(colors.text);
    paintLine(painter, rest, title);
    paintSecondaryLine(painter, rest, facts, colors);
}

void paintHeading(QPainter *painter, QRect rest, const InboxRow &row, const Colors &colors)
{
    const QFont regular = painter->font();
    QFont bold = regular;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(colors.text);
    const int width = painter->fontMetrics().horizontalAdvance(row.title);
    QRect title = rest;
    paintLine(painter, title, row.title);
    painter->setFont(regular);
    rest.setLeft(rest.left() + width + 10);
    paintSecondaryLine(painter, rest, row.facts, colors);
}

QRect indented(QRect rest, const QStyleOptionViewItem &option)
{
    rest.setLeft(rest.left() + option.fontMetrics.height() * 12 / 10);
    return rest;
}

} // namespace

void InboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const InboxModel *>(index.model());
    if (!model)
        return QStyledItemDelegate::paint(painter, option, index);
    const InboxRow &row = model->at(index.row());
    const Colors colors(option);
    const QRect rest = option.rect.adjusted(horizontalMargin, verticalMargin, -horizontalMargin, 0);
    painter->save();
    paintRowBackground(painter, option);
    painter->setFont(option.font);
    switch (row.kind) {
    case Kind::Heading:
        if (index.row() > 0)
            paintSeparator(painter, option.rect.topLeft() + QPoint(horizontalMargin, 0), rest.width(), colors.text);
        paintHeading(painter, option.rect.adjusted(horizontalMargin, headingSpace, -horizontalMargin, 0), row, colors);
        break;
    case Kind::Repository:
    case Kind::Sentence: paintSecondaryLine(painter, rest, row.title, colors); break;
    case Kind::Placeholder: paintPlaceholder(painter, indented(rest, option), colors.text); break;
    default:
        paintSign(painter, QRect(rest.topLeft(), QSize(rest.width(), option.fontMetrics.height())), row, option.palette,
                  option.state & QStyle::State_Selected);
        paintItem(painter, indented(rest, option), row.title, model->factsOf(row), colors);
    }
    painter->restore();
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const InboxModel *>(index.model());
    if (!model)
        return QStyledItemDelegate::sizeHint(option, index);
    const int line = option.fontMetrics.height();
    switch (model->at(index.row()).kind) {
    case Kind::Heading: return {200, line + 2 * headingSpace};
    case Kind::Repository:
    case Kind::Sentence: return {200, line + 2 * verticalMargin};
    default: return {200, 2 * line + lineGap + 2 * verticalMargin};
    }
}

#include "moc_inboxdelegate.cpp"
