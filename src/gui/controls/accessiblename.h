// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QComboBox;
class QString;

/// Names a combo box for screen readers. On Linux, Qt gives what is chosen as its name (6.4 to 6.8), so this is its description,
/// too.
void setChoiceName(QComboBox &box, const QString &name);
