// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace look {

/// True if the person has chosen a style of Qt, by an argument or by the environment. Asks what the process was started with:
/// Qt takes the argument away.
bool isStyleChosen(const QStringList &arguments);

/// True if a style of this name is drawn by Qt because the platform has none.
bool isForeignToPlatform(const QString &style);

/// Gives the application our style, unless the person has chosen one or the platform has one; and the ring that shows the
/// focus. Needs a QApplication. `isChosen` is what isStyleChosen() said before there was one.
void install(bool isChosen);

} // namespace look
