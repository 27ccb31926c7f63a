// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/choicerow.h"

#include "gui/controls/focusring.h"
#include "gui/look/measures.h"
#include "gui/look/shapes.h"
#include "gui/parts/pill.h"

#include <QPainter>
#include <QStyle>

ChoiceRow::ChoiceRow(QWidget *parent) : PaintedButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    paintOwnFocusRing(*this);
}

ChoiceRow::ChoiceRow(look::Glyph glyph, const QString &title, const QString &caption, QWidget *parent) : ChoiceRow(parent)
{
    m_glyph = glyph;
    m_caption = caption;
    setTitle(title);
}

void ChoiceRow::setGlyph(look::Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void ChoiceRow::setTitle(const QString &title)
{
    setText(title);
    describe();
}

void ChoiceRow::setCaption(const QString &caption)
{
    m_caption = caption;
    describe();
}

void ChoiceRow::setPill(const QString &text, QColor look::Colors::*color)
{
    m_pill = text;
    m_pillColor = color;
    describe();
}

void ChoiceRow::describe()
{
    setAccessibleName(text());
    setAccessibleDescription(m_pill.isEmpty() ? m_caption : tr("%1 (%2)").arg(m_caption, m_pill));
    updateGeometry();
    update();
}

QSize ChoiceRow::sizeHint() const
{
    const QFontMetrics title(look::font(look::Text::Strong));
    const QFontMetrics caption(look::font(look::Text::Caption));
    const int lines = title.height() + (m_caption.isEmpty() ? 0 : look::zoomed(look::space1) + caption.height());
    return {look::zoomed(320), std::max(look::zoomed(56), lines + 2 * look::zoomed(10))};
}

QSize ChoiceRow::minimumSizeHint() const
{
    return {look::zoomed(160), sizeHint().height()};
}

ChoiceRow::Places ChoiceRow::places() const
{
    const int side = look::zoomed(20);
    const int space = look::zoomed(look::space4);
    const int middle = height() / 2;
    const QFontMetrics title(look::font(look::Text::Strong));
    const QFontMetrics caption(look::font(look::Text::Caption));
    const int gap = look::zoomed(look::space1);
    const int lines = title.height() + (m_caption.isEmpty() ? 0 : gap + caption.height());
    const int top = middle - lines / 2;
    const int left = space + side + space;
    const int chevron = look::zoomed(look::glyphSide);
    const int right = width() - look::zoomed(14) - chevron - look::zoomed(look::space2);
    const QSize pill = m_pill.isEmpty() ? QSize(0, 0) : pillSize(m_pill);
    Places at;
    at.glyph = QRect(space, middle - side / 2, side, side);
    at.chevron = QRect(width() - look::zoomed(14) - chevron, middle - chevron / 2, chevron, chevron);
    at.pill = QRect(QPoint(right - pill.width(), middle - pill.height() / 2), pill);
    const int textRight = m_pill.isEmpty() ? right : at.pill.left() - look::zoomed(look::space2);
    at.title = QRect(left, top, textRight - left, title.height());
    at.caption = QRect(left, top + title.height() + gap, textRight - left, caption.height());
    for (QRect *place : {&at.glyph, &at.title, &at.pill, &at.caption, &at.chevron})
        *place = QStyle::visualRect(layoutDirection(), rect(), *place);
    return at;
}

void ChoiceRow::paintText(QPainter &painter, const Places &at) const
{
    const look::Colors &colors = look::colors();
    const auto line = [&](const QRect &place, look::Text kind, const QString &words, const QColor &color) {
        painter.setFont(look::font(kind));
        painter.setPen(color);
        const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width());
        const auto side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
        painter.drawText(place, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    };
    const QColor off = palette().color(QPalette::Disabled, QPalette::Text);
    line(at.title, look::Text::Strong, text(), isEnabled() ? colors.text : off);
    line(at.caption, look::Text::Caption, m_caption, isEnabled() ? colors.secondaryText : off);
}

void ChoiceRow::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    const bool isLit = isEnabled() && (underMouse() || isDown());
    const Places at = places();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isLit ? colors.controlBorder : colors.cardBorder);
    painter.setBrush(isDown() ? colors.hover.darker(colors.isDark ? 90 : 103) : isLit ? colors.hover : colors.surface);
    const qreal radius = look::zoomed(look::cardRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    look::paintGlyph(painter, m_glyph, at.glyph, isLit ? colors.text : colors.secondaryText);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    look::paintGlyph(painter, isMirrored ? look::Glyph::ChevronLeft : look::Glyph::ChevronRight, at.chevron, colors.secondaryText);
    paintText(painter, at);
    if (!m_pill.isEmpty())
        paintPill(painter, QPoint(at.pill.left(), at.pill.center().y()), m_pill, colors.*m_pillColor);
    if (showsFocusRing(*this))
        look::paintFocusRing(painter, rect(), radius);
}

#include "moc_choicerow.cpp"
