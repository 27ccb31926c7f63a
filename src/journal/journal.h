// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// What the program says of its work, for who looks for a fault: on standard error, or where the desktop collects it.
/// The categories of the modules are off below warnings; QT_LOGGING_RULES="latchkey.*=true" turns them on.
namespace journal {

/// From now on every line, also one of Qt's own, is redacted before anybody sees it. To be called first thing.
void install();

} // namespace journal
