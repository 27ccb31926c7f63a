// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <functional>

/// Waits at the end of the program for what must not be cut short: a refresh token that is spent would be lost with its
/// successor, and a token that was issued would be nobody's. Returns when `isBusy` is false, or after `patience`; what is
/// left by then is what the next start finds and finishes. Handles events meanwhile, whatever asks to quit.
void waitUntilIdle(const std::function<bool()> &isBusy, std::chrono::milliseconds patience);
