// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// How much may move.
namespace look {

/// The desktop or the person wants no animations.
bool isMotionReduced();
void setMotionReduced(bool isReduced);

/// How long a change may take to be seen, in milliseconds: 0 if nothing is to move.
int motionDuration();

} // namespace look
