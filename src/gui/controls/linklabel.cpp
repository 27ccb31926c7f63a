// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/linklabel.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace {

constexpr int narrowestLink = 100; ///< At 100 %. A longer text is elided.

} // namespace

LinkLabel::LinkLabel(QWidget *parent) : WrappingLabel(parent)
{
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
}

void LinkLabel::changeEvent(QEvent *event)
{
    WrappingLabel::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    const QString same = text();
    setText({}); // The same text alone would change nothing.
    setText(same);
}

LinkButton::LinkButton(QWidget *parent) : LinkButton({}, parent) {}

LinkButton::LinkButton(const QString &text, QWidget *parent) : PaintedButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    const QSize words = fontMetrics().size(Qt::TextShowMnemonic, text());
    const int height = std::max(words.height() + 2 * look::zoomed(2), m_glyph ? look::zoomed(look::glyphSide) : 0);
    return {words.width() + glyphRoom() + 2, height};
}

int LinkButton::glyphRoom() const
{
    return m_glyph ? look::zoomed(look::glyphSide + look::space1) : 0;
}

void LinkButton::setGlyph(look::Glyph glyph)
{
    m_glyph = glyph;
    updateGeometry();
    update();
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), look::zoomed(narrowestLink)), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(isEnabled() && underMouse());
    painter.setFont(shown);
    const QColor color = isEnabled() ? look::colors().link : palette().color(QPalette::Disabled, QPalette::Text);
    painter.setPen(color);
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const int side = look::zoomed(look::glyphSide);
    if (m_glyph)
        look::paintGlyph(painter, *m_glyph, place(QRect(0, (height() - side) / 2, side, side)), color);
    const int room = width() - glyphRoom();
    const QString elided = painter.fontMetrics().elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic);
    painter.drawText(place(rect().adjusted(glyphRoom(), 0, 0, 0)), Qt::AlignCenter | Qt::TextShowMnemonic, elided);
}

#include "moc_linklabel.cpp"
