// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

class QWidget;

namespace look {

/// Multiplies what a widget, its layouts and all below it were given in pixels: margins, spacing, and sizes that limit it.
/// Fonts follow the application's, and painted lengths go through zoomed(), so neither is touched. A window keeps its size.
void rescale(QWidget &window, qreal from, qreal to);

} // namespace look
