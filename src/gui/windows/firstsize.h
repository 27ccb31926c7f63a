// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>

class QWidget;

/// The size of a window that would like to be `wanted`, on a screen with that much room: what does not fit, scrolls.
QSize sizeOnScreen(const QSize &wanted, const QSize &room);

/// Makes a window that is about to be shown no larger than its screen allows. Does nothing if it is maximized.
void fitToScreen(QWidget &window);
