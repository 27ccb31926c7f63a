// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/log.h"

Q_LOGGING_CATEGORY(resourceLog, "latchkey.session.resource", QtWarningMsg)
