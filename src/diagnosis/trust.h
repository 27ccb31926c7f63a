// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "http/trust.h"

namespace diagnosis {

/// Says which certificates are trusted, and which variable names some that cannot be used.
Finding trustFinding(const http::Trust &trust);

} // namespace diagnosis
