// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

class QIODevice;

namespace cli {

/// Who writes to standard input: a person ends with Enter, another program with the end.
enum class Writer { Person, Program };

/// Reads the one line that is a token: white space at its ends does no harm, a second line does. Denied
/// "malformed_token", or "missing_token" where there is nothing.
Result<QString> readToken(QIODevice &input, Writer writer);

/// While it lives, what is typed in a terminal is not shown.
class HiddenInput
{
public:
    HiddenInput();
    ~HiddenInput();
    Q_DISABLE_COPY_MOVE(HiddenInput)

    /// True where a person types, and no other program writes.
    bool isTerminal() const { return m_isTerminal; }

private:
    void setEcho(bool isOn);

    const bool m_isTerminal;
};

} // namespace cli
