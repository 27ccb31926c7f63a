// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace richtext {

/// Replaces HTML's character references by their characters: the numeric ones, and the named ones that people write. A name
/// that is not known stays as it is.
QString withoutEntities(QStringView text);

} // namespace richtext
