// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

class QIODevice;

namespace cli {

/// The writer on the other side of standard input. A person ends with Enter, a program by closing the pipe.
enum class Writer { Person, Program };

/// Reads a token: one line, with or without white space around it. Denied "malformed_token", or "missing_token" if there is
/// nothing.
Result<QString> readToken(QIODevice &input, Writer writer);

/// Turns off the echo of the terminal while it exists.
class HiddenInput
{
public:
    HiddenInput();
    ~HiddenInput();
    Q_DISABLE_COPY_MOVE(HiddenInput)

    /// True if a person types, false if a program writes.
    bool isTerminal() const { return m_isTerminal; }

private:
    void setEcho(bool isOn);

    const bool m_isTerminal;
};

} // namespace cli
