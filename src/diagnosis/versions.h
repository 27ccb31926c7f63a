// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"

namespace diagnosis {

/// What this program and this computer are; `display` is how windows are shown ("xcb"), empty in a terminal.
Finding versionsFinding(const QString &display);

} // namespace diagnosis
