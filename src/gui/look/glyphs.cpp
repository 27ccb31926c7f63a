// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/glyphs.h"

#include "gui/look/colors.h"

#include <QIconEngine>
#include <QPainter>

namespace look {

namespace {

/// Paints at the size that is needed, in the color of the moment.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, QColor Colors::*color) : m_glyph(glyph), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = paletteOf(colors());
        paintGlyph(*painter, m_glyph, rect, mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::Text) : colors().*m_color);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }
    QString key() const override { return QStringLiteral("latchkey-glyph"); }

private:
    Glyph m_glyph;
    QColor Colors::*m_color;
};

} // namespace

void paintGlyph(QPainter &painter, Glyph, const QRectF &area, const QColor &color)
{
    const qreal side = std::min(area.width(), area.height());
    QRectF square(0, 0, side * 0.7, side * 0.7);
    square.moveCenter(area.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, side * 1.5 / 16));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(square);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph)
{
    return glyphIcon(glyph, &Colors::text);
}

QIcon glyphIcon(Glyph glyph, QColor Colors::*color)
{
    return QIcon(new GlyphEngine(glyph, color));
}

} // namespace look
