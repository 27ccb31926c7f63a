// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QWidget;

/// Brings a window in front of all others, or, where the desktop does not let it, has it ask for attention. The token is
/// what the desktop gave to whoever asks for the window.
void comeForward(QWidget &window, const QByteArray &activationToken = {});
