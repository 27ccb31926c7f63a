// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/log.h"

Q_LOGGING_CATEGORY(processesLog, "latchkey.processes", QtWarningMsg)
