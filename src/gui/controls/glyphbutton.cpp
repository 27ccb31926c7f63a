// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/glyphbutton.h"

#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>

GlyphButton::GlyphButton(look::Glyph glyph, const QString &name, QWidget *parent) : PaintedButton(parent), m_glyph(glyph)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
}

void GlyphButton::setGlyph(look::Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void GlyphButton::setName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(tooltip(name));
}

QSize GlyphButton::sizeHint() const
{
    return {look::zoomed(28), look::zoomed(28)};
}

QSize GlyphButton::minimumSizeHint() const
{
    return sizeHint();
}

void GlyphButton::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = isEnabled() && (underMouse() || isDown() || isChecked());
    if (isLit) {
        const qreal radius = look::zoomed(look::controlRadius);
        painter.setPen(colors.isHighContrast ? QPen(colors.text) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || isChecked() ? colors.selection : colors.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const bool isSolid = colors.isHighContrast && isLit && (isDown() || isChecked());
    const QColor ink = isSolid ? colors.onSelection : isLit ? colors.text : colors.secondaryText;
    const int side = look::zoomed(look::glyphSide);
    QRectF area(0, 0, side, side);
    area.moveCenter(QRectF(rect()).center());
    look::paintGlyph(painter, m_glyph, area, isEnabled() ? ink : palette().color(QPalette::Disabled, QPalette::Text));
}

#include "moc_glyphbutton.cpp"
