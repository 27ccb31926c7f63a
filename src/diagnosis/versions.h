// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"

namespace diagnosis {

/// The versions of this program and of the system. `display` is Qt's platform ("xcb"), or empty in a terminal.
Finding versionsFinding(const QString &display);

} // namespace diagnosis
