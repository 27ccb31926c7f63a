// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace journal {

/// A text with "***" in place of its secrets, and of all that may be one:
/// - After the name of a secret (`code`, `state`, `access_token`, `Authorization`, … in a query, a form, a header or JSON,
///   also encoded or quoted) or after `Bearer` and `Basic`, the rest of the line goes.
/// - From `https://name:password@host`, the name and the password go.
/// - Words go that are GitHub tokens, JWTs or at least 20 characters of random text.
QString redacted(const QString &text);

} // namespace journal
