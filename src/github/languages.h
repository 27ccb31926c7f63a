// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

namespace github {

/// GitHub's color for a language, for answers of the REST API, which do not contain it. Gray for uncommon languages.
QColor languageColor(const QString &language);

} // namespace github
