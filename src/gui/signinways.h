// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

/// The user-agents that a person can sign in with. They outlive the windows.
struct SignInWays
{
    oauth::UserAgent &embedded; ///< The login view.
    oauth::UserAgent &external; ///< The system browser.
    oauth::UserAgent &clipboard; ///< Any browser: the link is copied.
};
