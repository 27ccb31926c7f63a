// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"

#include <QString>

namespace cli {

/// Opens any standard stream that the process was started without, so that reading from it or writing to it fails. Otherwise
/// the next file or connection would take its place, and receive what is meant for standard output. To be called before
/// anything else is opened.
void occupyStandardStreams();

/// For standard output. closeOutput() tells whether it has arrived.
void write(const QString &text);

/// For standard error, as a line of this program's.
void complain(const QString &sentence);

/// Writes what there is to say of an outcome: to standard output if it is good, else to standard error. Returns the code.
int print(const QString &text, ExitCode code);

/// Flushes and closes standard output. Returns the code that the process is to exit with: Failed, after a sentence on
/// standard error, if something was not written, as on a disk that is full.
int closeOutput(int code);

} // namespace cli
