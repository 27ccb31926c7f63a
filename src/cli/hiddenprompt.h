// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <functional>

namespace cli {

/// True if a person types on standard input, false if a program writes to it.
bool isInputTerminal();

/// Reads one line from the terminal without showing it, after `prompt` has asked for it. Empty at the end of the input.
/// Drops what else was pasted: a shell would run it. A signal that ends or stops the process takes effect after the terminal
/// is as before; when the process goes on, the prompt comes again. Call it on the main thread, before QuitSignals exist.
QByteArray readHiddenLine(const std::function<void()> &prompt);

} // namespace cli
