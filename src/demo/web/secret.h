// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace demo {

/// 240 bits from the system's random generator, as 40 characters that need no encoding in URLs and cookies.
QString newSecret();

/// The hash by which a server recognizes a token.
QString hashOf(const QString &token);

} // namespace demo
