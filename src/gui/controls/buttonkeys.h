// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractButton;
class QKeyEvent;

/// Clicks the button if the key is Enter, which Qt's buttons only know in dialogs. True if it was.
bool pressedByEnter(QAbstractButton &button, QKeyEvent &event);
