// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/dimmer.h"

#include "gui/look/colors.h"

#include <QEvent>
#include <QPainter>

void paintDimmed(QPainter &painter, const QRect &area)
{
    painter.fillRect(area, QColor(0, 0, 0, look::colors().isDark ? 140 : 90));
}

Dimmer::Dimmer(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("dimmer"));
    setProperty("overlay", true);
    hide();
    window->installEventFilter(this);
}

void Dimmer::cover()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

bool Dimmer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Dimmer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDimmed(painter, rect());
}

#include "moc_dimmer.cpp"
