// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/log.h"

Q_LOGGING_CATEGORY(keychainLog, "latchkey.session.keychain", QtWarningMsg)
