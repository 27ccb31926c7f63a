// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace journal {

/// A text without what is secret in it, or may be: each secret is "***". Secrets are known by their name (the values of
/// `code`, `state`, `access_token`, … in a query, a form, a header, JSON, or one of these encoded in another), by what
/// stands before them (`Bearer`, `https://name:password@`) and by their look (GitHub's tokens, JWTs, and any long run
/// of letters and digits that is no word). Takes too much rather than too little; where quotes do
/// not match, a second pass may take more than the first.
QString redacted(const QString &text);

} // namespace journal
