// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

#include <QString>
#include <QStringList>

namespace words {

/// The scopes that Latchkey has a use for at this provider, the most important first.
QStringList usefulScopes(const Provider &provider);

} // namespace words
