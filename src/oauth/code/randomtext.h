// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace oauth {

/// Random text from the system's generator: 32 bytes (256 bits) as 43 characters of base64url.
QByteArray randomText();

} // namespace oauth
