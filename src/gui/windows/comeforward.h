// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QWidget;

/// Brings a window in front of all others, or requests attention if the desktop does not allow that. The token is the one
/// that the desktop gave to the program that asks for the window; see XDG activation.
void comeForward(QWidget &window, const QByteArray &activationToken = {});
