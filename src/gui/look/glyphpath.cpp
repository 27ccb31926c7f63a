// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/glyphpath.h"

#include <QtMath>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

namespace look {

namespace {

/// An elliptical arc as SVG has it: by its end, and by which of the four possible arcs is meant.
struct Arc
{
    QPointF radii;
    bool isLarge = false;
    bool isClockwise = false;
    QPointF end;
};

/// SVG 2, implementation note B.2.4: finds the center of the arc. Ellipses that are turned do not occur.
void addArc(QPainterPath &path, const Arc &arc)
{
    const QPointF start = path.currentPosition();
    // On the unit circle.
    const auto scaled = [&arc](const QPointF &point) { return QPointF(point.x() / arc.radii.x(), point.y() / arc.radii.y()); };
    const QPointF from = scaled(start);
    const QPointF to = scaled(arc.end);
    const QPointF half = (to - from) / 2;
    const qreal square = QPointF::dotProduct(half, half);
    const qreal distance = std::sqrt(std::max(0.0, 1 / std::max(square, 1e-9) - 1));
    const QPointF center = (from + to) / 2 + QPointF(half.y(), -half.x()) * (arc.isLarge == arc.isClockwise ? distance : -distance);
    const qreal radius = std::max(1.0, std::sqrt(square)); // Radii that are too small grow.
    const auto angle = [&center](const QPointF &point) {
        return qRadiansToDegrees(std::atan2(center.y() - point.y(), point.x() - center.x()));
    };
    qreal sweep = angle(to) - angle(from);
    if (arc.isClockwise && sweep > 0)
        sweep -= 360;
    else if (!arc.isClockwise && sweep < 0)
        sweep += 360;
    const QSizeF size(arc.radii.x() * 2 * radius, arc.radii.y() * 2 * radius);
    QRectF ellipse(QPointF(), size);
    ellipse.moveCenter(QPointF(center.x() * arc.radii.x(), center.y() * arc.radii.y()));
    path.arcTo(ellipse, angle(from), sweep);
}

class Reader
{
public:
    explicit Reader(std::string_view notation) : m_rest(notation) {}

    GlyphPath read()
    {
        char command = 0;
        for (skipSpace(); !m_rest.empty(); skipSpace()) {
            if (std::isalpha(static_cast<unsigned char>(m_rest.front()))) {
                command = m_rest.front();
                m_rest.remove_prefix(1);
            }
            obey(command);
        }
        return m_read;
    }

private:
    void skipSpace()
    {
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == ',' || m_rest.front() == '\n'))
            m_rest.remove_prefix(1);
    }

    qreal number()
    {
        skipSpace();
        double value = 0;
        const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        // A mistake in a picture; the character is skipped.
        m_rest.remove_prefix(error == std::errc() ? std::size_t(end - m_rest.data()) : std::min<std::size_t>(1, m_rest.size()));
        return value;
    }

    QPointF point(const QPointF &origin = {})
    {
        const qreal x = number();
        return origin + QPointF(x, number());
    }

    void obey(char command)
    {
        const QPointF here = m_path->currentPosition();
        const QPointF origin = std::islower(static_cast<unsigned char>(command)) ? here : QPointF();
        switch (std::toupper(static_cast<unsigned char>(command))) {
        case 'S': m_path = &m_read.strokes; break;
        case 'F': m_path = &m_read.filled; break;
        case 'M': m_path->moveTo(point(origin)); break;
        case 'L': m_path->lineTo(point(origin)); break;
        case 'H': m_path->lineTo(origin.x() + number(), here.y()); break;
        case 'V': m_path->lineTo(here.x(), origin.y() + number()); break;
        case 'C': curve(origin); break;
        case 'A': arc(origin); break;
        case 'Z': m_path->closeSubpath(); break;
        case 'O': circle(); break;
        case 'B': box(); break;
        default: number();
        }
    }

    void curve(const QPointF &origin)
    {
        const QPointF first = point(origin);
        const QPointF second = point(origin);
        m_path->cubicTo(first, second, point(origin));
    }

    void arc(const QPointF &origin)
    {
        Arc arc;
        arc.radii = point();
        number(); // How far the ellipse is turned.
        arc.isLarge = number() != 0;
        arc.isClockwise = number() != 0;
        arc.end = point(origin);
        addArc(*m_path, arc);
    }

    void circle()
    {
        const QPointF center = point();
        const qreal radius = number();
        m_path->addEllipse(center, radius, radius);
    }

    void box()
    {
        const QPointF corner = point();
        const QPointF size = point();
        const qreal radius = number();
        m_path->addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), radius, radius);
    }

    std::string_view m_rest;
    GlyphPath m_read;
    QPainterPath *m_path = &m_read.strokes;
};

} // namespace

GlyphPath glyphPath(std::string_view notation)
{
    return Reader(notation).read();
}

} // namespace look
