// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

/// For a window beside the one that the program is about: it does not keep the program alive, and the key that quits works in it
/// too.
void makeSecondWindow(QWidget &window);
