// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/buttonkeys.h"

#include <QAbstractButton>
#include <QKeyEvent>

bool pressedByEnter(QAbstractButton &button, QKeyEvent &event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    event.accept();
    if (!event.isAutoRepeat())
        button.click(); // May delete the button.
    return true;
}
