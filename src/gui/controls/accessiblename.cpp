// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/accessiblename.h"

#include <QComboBox>

void setChoiceName(QComboBox &box, const QString &name)
{
    box.setAccessibleName(name);
    box.setAccessibleDescription(name);
}
