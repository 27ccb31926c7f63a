// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/glyphlabel.h"

#include "gui/look/measures.h"

#include <QPainter>

GlyphLabel::GlyphLabel(look::Glyph glyph, int side, QWidget *parent) : QWidget(parent), m_glyph(glyph), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::setGlyph(look::Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void GlyphLabel::setColor(QColor look::Colors::*color)
{
    m_color = color;
    update();
}

QSize GlyphLabel::sizeHint() const
{
    return {look::zoomed(m_side), look::zoomed(m_side)};
}

void GlyphLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::paintGlyph(painter, m_glyph, rect(), look::colors().*m_color);
}

#include "moc_glyphlabel.cpp"
