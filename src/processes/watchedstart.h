// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <functional>

namespace processes {

/// Starts a program that may live longer than Latchkey: in a separate session, without input and outputs. Calls `whenFailed`
/// from the event loop if it cannot be started, or ends with an error within a few seconds; `whenEnded` when it ends in any
/// other way.
void startWatched(const QString &program, const QStringList &arguments, const std::function<void()> &whenFailed,
                  const std::function<void()> &whenEnded = [] {});

} // namespace processes
