// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// The log, on standard error or wherever the desktop collects it. Each room has a logging category, of which only
/// warnings are on. QT_LOGGING_RULES="latchkey.*=true" turns the rest on.
namespace journal {

/// From now on every line, including Qt's own, is redacted before it is written, and has no control characters. Call it first.
void install();

} // namespace journal
