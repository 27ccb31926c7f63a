// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/check.h"
#include "provider/provider.h"

#include <QList>

namespace diagnosis {

/// The name of a state: "ok", "warning", "failed", "skipped".
QString stateWord(State state);

/// A diagnosis as a text that can be posted: without secrets, and without the path of the home folder.
QString reportText(const Provider &provider, const QList<Check> &checks);

} // namespace diagnosis
