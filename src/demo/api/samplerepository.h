// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QJsonObject>

namespace demo {

/// A repository as in GitHub's REST API, from its entry in one of the demo's files: owner, name, description, language,
/// stars, forks, issues, hours since the last push, year of creation, and what it is (private, fork, archived). URLs are at
/// https://demo.invalid.
QJsonObject sampleRepository(const QJsonObject &entry, const QString &viewer, const QDateTime &now);

} // namespace demo
