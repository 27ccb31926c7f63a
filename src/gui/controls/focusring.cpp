// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/focusring.h"

#include <QWidget>

bool showsFocusRing(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void paintOwnFocusRing(QWidget &widget)
{
    widget.setProperty("paintsOwnFocusRing", true);
}
