// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/motion.h"

namespace look {

namespace {

constexpr int longestMotion = 150;

bool isReducedNow = false;

} // namespace

bool isMotionReduced()
{
    return isReducedNow;
}

void setMotionReduced(bool isReduced)
{
    isReducedNow = isReduced;
}

int motionDuration()
{
    return isReducedNow ? 0 : longestMotion;
}

} // namespace look
