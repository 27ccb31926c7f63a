// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/protocol/surroundings.h"

/// The window that the person looks at, and its colors, for the login view that opens over it.
Surroundings surroundingsOfActiveWindow();
