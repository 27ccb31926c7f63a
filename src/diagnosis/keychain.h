// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "session/keychain/tokenstore.h"

namespace diagnosis {

/// Writes a trial entry into the store, reads it, and removes it.
void tryKeychain(TokenStore &store, QObject *context, Teller teller);

} // namespace diagnosis
