// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/api/log.h"

Q_LOGGING_CATEGORY(githubLog, "latchkey.github", QtWarningMsg)
