// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

namespace github {

/// The color that GitHub shows a language in, where the answer does not tell it as GraphQL does; grey for one that the
/// list of common languages does not have.
QColor languageColor(const QString &language);

} // namespace github
