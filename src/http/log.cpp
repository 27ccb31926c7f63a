// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/log.h"

Q_LOGGING_CATEGORY(httpLog, "latchkey.http", QtWarningMsg)
