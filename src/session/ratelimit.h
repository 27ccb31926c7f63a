// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

/// How many more requests a server takes, and until when that counts, as it said last.
struct RateLimit
{
    int limit = 0;
    int remaining = 0;
    QDateTime resetsAt; ///< UTC.
};
