// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace journal {

/// A text with "***" in place of its secrets, and of all that may be one:
/// - After the name of a secret (`code`, `state`, `access_token`, `Authorization`, …), the rest of the line goes. The
///   name may stand in a query, a form, a header or JSON, and be encoded or quoted. So it is after `Bearer` and
///   `Basic`.
/// - The name and the password in `https://name:password@host` go.
/// - GitHub tokens, JWTs, and words of at least 20 random characters go.
QString redacted(const QString &text);

} // namespace journal
