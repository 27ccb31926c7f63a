// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QComboBox;

/// Passes the wheel on to the page around the box. Otherwise a person who scrolls the page chooses another entry of the box
/// that happens to come below the pointer.
void leaveWheelToPage(QComboBox &box);
