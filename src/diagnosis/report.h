// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "provider/provider.h"

#include <QList>

namespace diagnosis {

/// What a state is called: "ok", "warning", "failed", "skipped".
QString stateWord(State state);

/// A diagnosis as a text that can be posted: no person's name, no path of theirs, nothing secret.
QString reportText(const Provider &provider, const QList<Check> &checks);

} // namespace diagnosis
