// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errortext/errortext.h"
#include "session/storage/endreason.h"

namespace errortext {

/// Why a session ended, and what to do. `server` is the name that people know it by.
Text endText(EndReason reason, const QString &server, Surface surface);

} // namespace errortext
