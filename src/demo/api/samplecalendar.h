// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QJsonObject>

namespace demo {

/// GitHub's `ContributionCalendar` of an invented person: the same day always has the same count, working days have more
/// than weekends, and a summer holiday has none. Weeks begin on Sunday.
QJsonObject sampleCalendar(const QDate &from, const QDate &to);

} // namespace demo
