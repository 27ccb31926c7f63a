// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

/// When something was, as briefly as a list needs it: "just now", "12 min ago", "3 h ago", "Yesterday", "Tuesday", "18 Nov",
/// "18 Nov 2024".
QString shortAge(const QDateTime &then, const QDateTime &now);

/// The same in full, for a tooltip.
QString exactTime(const QDateTime &then);
