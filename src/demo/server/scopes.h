// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace demo {

/// The items of an HTML list that describes the requested scopes to the person.
QString scopeItems(const QStringList &scopes);

} // namespace demo
