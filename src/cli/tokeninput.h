// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

class QIODevice;

namespace cli {

/// The writer on the other side of standard input. A person ends with Enter, a program by closing the pipe.
enum class Writer { Person, Program };

/// Reads a token: one line, with or without what pastedWord() leaves out around it. Denied "malformed_token", or "missing_token" if there is
/// nothing.
Result<QString> readToken(QIODevice &input, Writer writer);

} // namespace cli
