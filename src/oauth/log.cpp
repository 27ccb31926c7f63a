// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/log.h"

namespace oauth {

Q_LOGGING_CATEGORY(log, "latchkey.oauth", QtWarningMsg)

} // namespace oauth
