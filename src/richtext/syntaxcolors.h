// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/style.h"

namespace richtext {

/// The color of a word of code, by the class that GitHub gives it.
QColor colorOfSyntax(const QString &classes, const Style &style);

} // namespace richtext
