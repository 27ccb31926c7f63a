// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/sidebar/sidebarrow.h"

#include "gui/look/measures.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace {

constexpr int accentBarWidth = 3;
constexpr int smallestRow = 120;

} // namespace

SidebarRow::SidebarRow(look::Glyph glyph, const QString &text, QWidget *parent) : PaintedButton(parent), m_glyph(glyph)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SidebarRow::setCount(int count)
{
    if (std::exchange(m_count, count) != count)
        update();
    describe();
}

void SidebarRow::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void SidebarRow::setGlyphColor(QColor look::Colors::*color)
{
    m_glyphColor = color;
    update();
}

void SidebarRow::setSecondary(bool isSecondary)
{
    m_isSecondary = isSecondary;
    update();
}

void SidebarRow::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    describe();
    updateGeometry();
    update();
}

/// The count is part of the description, so that the name stays the same.
void SidebarRow::describe()
{
    setAccessibleDescription(m_count > 0 ? tr("%n item(s)", nullptr, m_count) : QString());
    setToolTip(m_isCompact ? text() : QString());
}

QSize SidebarRow::sizeHint() const
{
    const int height = look::zoomed(look::sidebarRowHeight);
    if (m_isCompact)
        return {height, height};
    const int around = look::zoomed(2 + look::glyphSide + 2 * look::space3 + look::space2) + 1; // The glyph and the gaps.
    const int name = QFontMetrics(look::font(look::Text::Strong)).horizontalAdvance(text()); // As while it is chosen.
    return {std::max(look::zoomed(smallestRow), around + name), height};
}

QSize SidebarRow::minimumSizeHint() const
{
    return {look::zoomed(look::glyphSide + look::space2), look::zoomed(look::sidebarRowHeight)}; // A scroll bar may stand beside it.
}

QRect SidebarRow::placed(const QRect &area) const
{
    return QStyle::visualRect(layoutDirection(), rect(), area);
}

QColor SidebarRow::textColor() const
{
    const look::Colors &colors = look::colors();
    if (isChecked())
        return colors.onSelection;
    return m_isSecondary ? colors.secondaryText : colors.text;
}

void SidebarRow::paintBackground(QPainter &painter) const
{
    const look::Colors &colors = look::colors();
    const int radius = look::zoomed(look::controlRadius);
    if (isChecked() || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? colors.selection : colors.hover);
        painter.drawRoundedRect(rect(), radius, radius);
    }
    if (!isChecked())
        return;
    const int width = look::zoomed(accentBarWidth);
    const int inset = height() / 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.isHighContrast ? colors.onSelection : colors.accent);
    painter.drawRoundedRect(placed(QRect(0, inset, width, height() - 2 * inset)), width / 2.0, width / 2.0);
}

/// Paints the count or the hint. Returns the width that the text must leave.
int SidebarRow::paintEnd(QPainter &painter) const
{
    const look::Colors &colors = look::colors();
    const int gap = look::zoomed(look::space2);
    if (m_count <= 0) {
        if (m_hint.isEmpty())
            return gap;
        painter.setFont(look::font(look::Text::Caption));
        painter.setPen(colors.secondaryText);
        painter.drawText(placed(rect().adjusted(gap, 0, -gap, 0)), int(Qt::AlignVCenter | Qt::AlignTrailing), m_hint);
        return painter.fontMetrics().horizontalAdvance(m_hint) + 2 * gap;
    }
    const QString text = QLocale().toString(m_count);
    painter.setFont(look::font(look::Text::Micro));
    const int pillHeight = painter.fontMetrics().height() + look::zoomed(look::space1);
    const int pillWidth = std::max(pillHeight, painter.fontMetrics().horizontalAdvance(text) + look::zoomed(look::space3));
    const QRect pill = placed(QRect(width() - gap - pillWidth, (height() - pillHeight) / 2, pillWidth, pillHeight));
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? colors.accent : look::tint(colors.text));
    painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    painter.setPen(isChecked() ? colors.onAccent : colors.text);
    painter.drawText(pill, Qt::AlignCenter, text);
    return pillWidth + 2 * gap;
}

void SidebarRow::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBackground(painter);
    const int side = look::zoomed(look::glyphSide);
    const int gap = look::zoomed(look::space3);
    QRect glyph(0, (height() - side) / 2, side, side);
    glyph.moveLeft(m_isCompact ? (width() - side) / 2 : gap + look::zoomed(2));
    const bool usesAccent = isChecked() && !colors.isHighContrast;
    const QColor glyphColor = m_glyphColor ? colors.*m_glyphColor : usesAccent ? colors.accent
                            : isChecked() ? colors.onSelection : colors.secondaryText;
    look::paintGlyph(painter, m_glyph, placed(glyph), glyphColor);
    if (m_isCompact) {
        if (m_count > 0) {
            const int dot = look::zoomed(7);
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() && colors.isHighContrast ? colors.onSelection : colors.accent);
            painter.drawEllipse(placed(QRect(glyph.right() - dot / 4, glyph.top() - dot / 2, dot, dot)));
        }
        return;
    }
    const int end = paintEnd(painter);
    const QRect area = rect().adjusted(glyph.right() + 1 + gap, 0, -end, 0);
    painter.setFont(look::font(isChecked() ? look::Text::Strong : m_isSecondary ? look::Text::Caption : look::Text::Body));
    painter.setPen(textColor());
    painter.drawText(placed(area), int(Qt::AlignVCenter | Qt::AlignLeading),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

#include "moc_sidebarrow.cpp"
