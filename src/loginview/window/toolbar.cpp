// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/window/toolbar.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QLayout>
#include <QPainter>

ToolBar::ToolBar(QWidget *parent) : QToolBar(parent)
{
    setMovable(false);
    setFloatable(false);
    layout()->setContentsMargins(look::space2, look::space2, look::space2, look::space2);
    layout()->setSpacing(look::space1);
    useZoom();
}

void ToolBar::useZoom()
{
    const int side = look::zoomed(look::glyphSide);
    setIconSize({side, side});
}

void ToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::colors().canvas);
    painter.fillRect(0, height() - 1, width(), 1, look::colors().cardBorder);
}

#include "moc_toolbar.cpp"
