// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

/// Scopes in words.
namespace words {

/// What a scope lets Latchkey do, such as "See your notifications and mark them as read". An unknown scope's own name.
QString permission(const QString &scope);

/// True if the granted scopes allow what `scope` does: "user" includes "read:user" at GitHub.
bool isCovered(const QString &scope, const QStringList &granted);

/// What a sign-in asks for, in a sentence.
QString askedFor(const Provider &provider);

} // namespace words
