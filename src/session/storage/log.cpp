// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/log.h"

Q_LOGGING_CATEGORY(storageLog, "latchkey.session.storage", QtWarningMsg)
