// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/schemeswatch.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/look/shapes.h"

#include <QPainter>
#include <QPainterPath>

namespace {

constexpr QSize pictureSize(132, 84);

} // namespace

SchemeSwatch::SchemeSwatch(Choices::Scheme scheme, const QString &name, QWidget *parent)
    : PaintedButton(parent), m_scheme(scheme)
{
    setText(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("focusRingRadius", look::cardRadius);
}

QSize SchemeSwatch::sizeHint() const
{
    const QFontMetrics metrics(look::font(look::Text::Body));
    return {look::zoomed(pictureSize.width()), look::zoomed(pictureSize.height() + look::space2) + metrics.height()};
}

QSize SchemeSwatch::minimumSizeHint() const
{
    return sizeHint();
}

QRectF SchemeSwatch::picture() const
{
    return QRectF(0, 0, width(), look::zoomed(pictureSize.height()));
}

/// A sidebar with three rows, and a card with text and a button.
void SchemeSwatch::paintWindow(QPainter &painter, const QRectF &area, bool isDark) const
{
    const look::Colors colors = look::colorsFor({.isDark = isDark, .accent = look::colors().accent});
    const qreal unit = area.height() / 84;
    const QRectF sidebar(area.left(), area.top(), area.width() * 0.3, area.height());
    painter.fillRect(area, colors.canvas);
    painter.fillRect(sidebar, colors.sidebar);
    const auto bar = [&](const QRectF &of, qreal left, qreal top, qreal width, qreal height, const QColor &color) {
        look::paintBox(painter, QRectF(of.left() + of.width() * left, of.top() + unit * top, of.width() * width, unit * height),
                       unit * height / 2, color, {});
    };
    bar(sidebar, 0.15, 12, 0.7, 6, colors.selection);
    bar(sidebar, 0.15, 12, 0.4, 6, colors.accent);
    bar(sidebar, 0.15, 26, 0.6, 5, colors.cardBorder);
    bar(sidebar, 0.15, 38, 0.5, 5, colors.cardBorder);
    const QRectF card = QRectF(sidebar.right(), area.top(), area.width() * 0.7, area.height()).adjusted(unit * 9, unit * 10, -unit * 9, -unit * 10);
    look::paintBox(painter, card, unit * 5, colors.surface, colors.cardBorder);
    bar(card, 0.1, 10, 0.55, 6, colors.text);
    bar(card, 0.1, 23, 0.75, 4, colors.secondaryText);
    bar(card, 0.1, 32, 0.6, 4, colors.secondaryText);
    bar(card, 0.1, 45, 0.38, 9, colors.accent);
}

void SchemeSwatch::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    const QRectF area = picture();
    const qreal radius = look::zoomed(look::cardRadius);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipPath(outline);
    paintWindow(painter, area, m_scheme == Choices::Scheme::Dark);
    if (m_scheme == Choices::Scheme::System) { // Half light, half dark.
        painter.setClipRect(area.adjusted(area.width() / 2, 0, 0, 0), Qt::IntersectClip);
        paintWindow(painter, area, true);
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isChecked() ? colors.accent : underMouse() ? colors.controlBorder : colors.cardBorder, isChecked() ? 2 : 1));
    const qreal half = isChecked() ? 1 : 0.5;
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius);
    const QRect words(0, int(area.bottom()) + look::zoomed(look::space1), width(), height() - int(area.bottom()) - look::zoomed(look::space1));
    painter.setFont(look::font(isChecked() ? look::Text::Strong : look::Text::Body));
    painter.setPen(colors.text);
    painter.drawText(words, Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

#include "moc_schemeswatch.cpp"
