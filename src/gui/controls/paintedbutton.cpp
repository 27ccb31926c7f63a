// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/paintedbutton.h"

#include "gui/controls/buttonkeys.h"

#include <QEvent>

PaintedButton::PaintedButton(QWidget *parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
}

void PaintedButton::keyPressEvent(QKeyEvent *event)
{
    if (!pressedByEnter(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

void PaintedButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

#include "moc_paintedbutton.cpp"
