// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace demo {

/// What an application asks for, as the items of an HTML list.
QString scopeItems(const QStringList &scopes);

} // namespace demo
