// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/primarybutton.h"

#include "gui/controls/buttonkeys.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QPainter>

namespace {

constexpr int narrowestButton = 120; ///< At 100 %. A longer text is elided.

} // namespace

PrimaryButton::PrimaryButton(QWidget *parent) : PrimaryButton({}, parent) {}

PrimaryButton::PrimaryButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAttribute(Qt::WA_Hover);
}

QSize PrimaryButton::sizeHint() const
{
    const int width = fontMetrics().size(Qt::TextShowMnemonic, text()).width() + 2 * look::zoomed(look::space5);
    return {width, std::max(look::zoomed(look::primaryButtonHeight), fontMetrics().height() + 2 * look::zoomed(look::space2))};
}

QSize PrimaryButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), look::zoomed(narrowestButton)), sizeHint().height()};
}

void PrimaryButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByEnter(*this, *event))
        QPushButton::keyPressEvent(event);
}

void PrimaryButton::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QColor fill = isEnabled() ? colors.accent : colors.cardBorder;
    if (isEnabled() && (isDown() || underMouse()))
        fill = isDown() == colors.isDark ? fill.lighter(112) : fill.darker(112);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const qreal radius = look::zoomed(look::controlRadius);
    painter.drawRoundedRect(rect(), radius, radius);
    painter.setPen(isEnabled() ? colors.onAccent : colors.secondaryText);
    const int room = width() - 2 * look::zoomed(look::space2);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, room, Qt::TextShowMnemonic);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, shown);
}

#include "moc_primarybutton.cpp"
