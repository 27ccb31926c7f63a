// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/glyphs.h"

#include "gui/look/colors.h"
#include "gui/look/glyphpath.h"
#include "gui/look/measures.h"

#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>

namespace look {

namespace {

std::string_view notationOf(Glyph glyph)
{
    switch (glyph) {
#include "glyphcases.inc"
    }
    return {};
}

/// The width of strokes on the grid, for a glyph that is `side` logical pixels large. Strokes grow slower than the glyph, so
/// that a large one is not heavy. Between the scales of 1 and 2, only whole device pixels are sharp.
qreal strokeWidth(qreal side, qreal pixels)
{
    constexpr qreal normal = 1.5;
    const qreal scale = side / glyphSide;
    const qreal logical = normal * (scale > 1 ? std::pow(scale, 0.6) : scale);
    const qreal device = logical * pixels;
    const bool isSharp = std::abs(device * 2 - std::round(device * 2)) < 0.01; // One pixel and a half is.
    return (isSharp ? device : std::max(1.0, std::round(device))) / pixels / scale;
}

/// Parsed and stroked once for each width, of which a process uses few.
const QPainterPath &outline(Glyph glyph, qreal width)
{
    static QHash<std::pair<int, int>, QPainterPath> outlines;
    QPainterPath &outline = outlines[{int(glyph), int(std::lround(width * 100))}];
    if (outline.isEmpty()) {
        const GlyphPath path = glyphPath(notationOf(glyph));
        QPainterPathStroker stroker;
        stroker.setWidth(width);
        stroker.setCapStyle(Qt::RoundCap);
        stroker.setJoinStyle(Qt::RoundJoin);
        stroker.setCurveThreshold(0.02);
        outline = stroker.createStroke(path.strokes);
        outline.addPath(path.filled);
        outline.setFillRule(Qt::WindingFill);
    }
    return outline;
}

/// The logical point closest to `point` that is a corner of a device pixel.
QPointF onWholePixels(const QTransform &toDevice, const QPointF &point)
{
    const QPointF device = toDevice.map(point);
    return toDevice.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
}

/// Paints at the size that is needed, in the color of the moment.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, QColor Colors::*color) : m_glyph(glyph), m_color(color) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, m_glyph, rect, ink(mode));
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
    QColor ink(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return paletteOf(colors()).color(QPalette::Disabled, QPalette::Text);
        const bool isOnSolid = mode == QIcon::Selected && colors().isHighContrast; // Elsewhere the selection is pale.
        return isOnSolid ? colors().onSelection : colors().*m_color;
    }

    Glyph m_glyph;
    QColor Colors::*m_color;
};

} // namespace

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &area, const QColor &color)
{
    const qreal side = std::min(area.width(), area.height());
    const qreal pixels = painter.deviceTransform().m11(); // Device pixels of one logical pixel.
    if (side <= 0 || pixels <= 0)
        return;
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(onWholePixels(painter.deviceTransform(), square.topLeft()));
    painter.scale(side / glyphSide, side / glyphSide);
    painter.fillPath(outline(glyph, strokeWidth(side, pixels)), color);
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
