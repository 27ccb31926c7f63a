// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace demo {

/// 240 random bits of the system, in 40 characters that need no encoding: for codes, tokens and cookies.
QString newSecret();

/// What a server keeps of a token.
QString hashOf(const QString &token);

} // namespace demo
