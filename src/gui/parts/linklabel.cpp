// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/linklabel.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/buttonkeys.h"

#include <QEvent>
#include <QPainter>

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

LinkButton::LinkButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    return fontMetrics().size(Qt::TextShowMnemonic, text()) + QSize(2, 2 * look::zoomed(2));
}

QSize LinkButton::minimumSizeHint() const
{
    return sizeHint();
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByEnter(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(isEnabled() && underMouse());
    painter.setFont(shown);
    painter.setPen(isEnabled() ? look::colors().link : palette().color(QPalette::Disabled, QPalette::Text));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

#include "moc_linklabel.cpp"
