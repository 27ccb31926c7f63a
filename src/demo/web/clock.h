// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <functional>

namespace demo {

/// Tells the time in UTC. Codes and tokens expire by it.
using Clock = std::function<QDateTime()>;

} // namespace demo
