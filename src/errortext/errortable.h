// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <span>

namespace errortext {

/// What one error code means, in English; QCoreApplication::translate("errortext", …) translates it. The texts have names
/// in braces for facts: {server}, {host}, {redirect}, {port}, {scope} (of Subject), {code}, {detail}, {reason}
/// (both of Error), {status} (503 of "http_503"), and {time} ("later", or "at 14:05" if the server asks to wait).
struct Entry
{
    Error::Kind kind;
    const char *code;
    const char *happened;
    const char *advice;
    const char *terminalAdvice = nullptr; ///< Only if a terminal needs advice that differs.
};

/// The whole table.
std::span<const Entry> allEntries();

} // namespace errortext
