// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/accentbutton.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"

#include <QPainter>

AccentButton::AccentButton(const QString &name, QWidget *parent) : PaintedButton(parent)
{
    setAccessibleName(name);
    setToolTip(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("focusRingRadius", 12); // Not a whole circle, whose edges are pale.
}

void AccentButton::setAccent(const QColor &accent)
{
    m_accent = accent;
    update();
}

void AccentButton::setDesktop(bool isDesktop)
{
    m_isDesktop = isDesktop;
    update();
}

QSize AccentButton::sizeHint() const
{
    return {look::zoomed(28), look::zoomed(28)};
}

void AccentButton::paintEvent(QPaintEvent *)
{
    const look::Colors &in = look::colors();
    const look::Colors shown = look::colorsFor({.isDark = in.isDark, .accent = m_accent});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(underMouse() || in.isHighContrast ? QPen(in.text) : QPen(Qt::NoPen));
    painter.setBrush(shown.accent);
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    const int side = look::zoomed(look::glyphSide);
    QRectF glyph(0, 0, side, side);
    glyph.moveCenter(QRectF(rect()).center());
    if (isChecked())
        look::paintGlyph(painter, look::Glyph::Check, glyph, shown.onAccent);
    else if (m_isDesktop)
        look::paintGlyph(painter, look::Glyph::Window, glyph, shown.onAccent);
}

#include "moc_accentbutton.cpp"
