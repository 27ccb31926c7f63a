// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>

/// Waits at the end of the program for work that must not be cut short: a refresh that has used up its refresh token would
/// lose the new one, and tokens that were issued would belong to nobody. Returns when `isBusy` is false, or after `patience`;
/// the next start finds and finishes what is left by then. Handles events meanwhile, and looks after each round of them: so
/// only work on this thread can be waited for.
void waitUntilIdle(const std::function<bool()> &isBusy, std::chrono::milliseconds patience);
