// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QJsonObject>

namespace demo {

/// Whose calendar it is.
struct Contributor
{
    QDate since; ///< There is nothing before the account.
    quint32 id = 0; ///< Everybody has other days.
};

/// A fictional person's contributions as GitHub's `ContributionCalendar`. A day always has the same count, and weeks begin
/// on Sunday.
QJsonObject sampleCalendar(const QDate &from, const QDate &to, const Contributor &contributor);

} // namespace demo
