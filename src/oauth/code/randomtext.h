// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace oauth {

/// 256 random bits from the system's generator, as 43 characters of base64url.
QByteArray randomText();

} // namespace oauth
