// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errortext/errortable.h"

namespace errortext {

/// The entry of a code. The same code means different things with different kinds.
const Entry *findEntry(Error::Kind kind, const QString &code);

/// The entry for codes of this kind that have none.
const Entry &fallbackEntry(Error::Kind kind);

} // namespace errortext
