// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/page/searchbutton.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int fieldWidth = 250;

} // namespace

SearchButton::SearchButton(QWidget *parent) : PaintedButton(parent)
{
    setObjectName(QStringLiteral("searchButton"));
    setText(tr("Search or jump to…"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SearchButton::setHint(const QString &hint)
{
    m_hint = hint;
    setToolTip(tr("Search (%1)").arg(hint));
    update();
}

void SearchButton::setCompact(bool isCompact)
{
    if (std::exchange(m_isCompact, isCompact) != isCompact)
        updateGeometry();
}

int SearchButton::wholeWidth()
{
    return look::zoomed(fieldWidth);
}

QSize SearchButton::sizeHint() const
{
    const int height = look::zoomed(look::controlHeight);
    return m_isCompact ? QSize(height, height) : QSize(wholeWidth(), height);
}

QSize SearchButton::minimumSizeHint() const
{
    return sizeHint();
}

void SearchButton::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.controlBorder, 1));
    painter.setBrush(underMouse() || isDown() ? colors.hover : colors.surface);
    const int radius = look::zoomed(look::controlRadius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int side = look::zoomed(look::glyphSide);
    const int gap = look::zoomed(look::space2);
    QRect inner = rect().adjusted(gap, 0, -gap, 0);
    QRect glyph(0, 0, side, side);
    glyph.moveCenter(m_isCompact ? rect().center() : QPoint(inner.left() + side / 2, rect().center().y()));
    const auto placed = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    look::paintGlyph(painter, look::Glyph::Search, placed(glyph), colors.secondaryText);
    if (m_isCompact)
        return;
    inner.setLeft(glyph.right() + gap);
    painter.setFont(look::font(look::Text::Caption));
    painter.setPen(colors.secondaryText);
    const int hintWidth = painter.fontMetrics().horizontalAdvance(m_hint);
    painter.drawText(placed(inner), int(Qt::AlignVCenter | Qt::AlignTrailing), m_hint);
    inner.setRight(inner.right() - hintWidth - gap);
    painter.setFont(look::font(look::Text::Body));
    painter.drawText(placed(inner), int(Qt::AlignVCenter | Qt::AlignLeading),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
}

#include "moc_searchbutton.cpp"
