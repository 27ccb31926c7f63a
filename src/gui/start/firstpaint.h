// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;
class QWidget;

/// Lets Qt read the system's fonts while the application goes on: the first text would wait for them.
void readFontsAhead();

/// Calls once, when `window` has been painted for the first time: for all that a person need not wait for. Not after the
/// window or `context` is gone.
void afterFirstPaint(QWidget &window, QObject *context, std::function<void()> receiver);
