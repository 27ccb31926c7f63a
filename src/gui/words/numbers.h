// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Numbers in the person's language. As on GitHub, how often something is starred, forked or followed is rounded ("1.1k"), with
/// the exact number in words for tooltips and screen readers. All other numbers are exact.
namespace words {

/// "233", "1.1k", "2k", "45k", "1.2M".
QString shortCount(qint64 count);

/// "1 star", "1,120 stars".
QString stars(qint64 count);
QString forks(qint64 count);
QString followers(qint64 count);
QString following(qint64 count);

} // namespace words
