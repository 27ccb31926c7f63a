// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/web/log.h"

namespace demo {

Q_LOGGING_CATEGORY(log, "latchkey.demo", QtWarningMsg)

} // namespace demo
