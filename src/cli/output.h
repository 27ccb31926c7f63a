// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/outcome.h"

#include <QString>

namespace cli {

/// Opens any standard stream that the process was started without, so that reading from it or writing to it fails. Otherwise
/// the next file or connection would take its place, and receive what is meant for standard output. Call it before anything
/// else is opened.
void occupyStandardStreams();

/// Prints how a command ended, as printableLines() has it, and returns its code. closeOutput() tells whether standard output
/// has taken it.
int print(const Outcome &outcome);

/// Tells the person something on standard error while a command works.
void tell(const QString &text);

/// Flushes and closes standard output. Returns the code that the process is to exit with: Failed, after a sentence on
/// standard error, if something was not written, as on a disk that is full.
int closeOutput(int code);

} // namespace cli
