// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/shapes.h"

class QWidget;

/// True if a widget that paints its own focus ring should show it now: it has the focus, and the person uses the keyboard.
bool showsFocusRing(const QWidget &widget);

/// Tells the style that this widget paints its ring, so that no frame comes around it as well.
void paintOwnFocusRing(QWidget &widget);

using look::paintFocusRing; ///< Along the inside of an area.
