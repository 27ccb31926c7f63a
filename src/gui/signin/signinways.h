// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/useragent.h"

#include <chrono>

class OwnRegistrations;
class ProviderCatalog;

/// The user-agents that a person can sign in with, and what else the sign-in window offers. All of it outlives the windows.
struct SignInWays
{
    oauth::UserAgent &embedded; ///< The login view.
    oauth::UserAgent &external; ///< The system browser.
    oauth::UserAgent &clipboard; ///< Any browser: the link is copied.

    ProviderCatalog *catalog = nullptr; ///< Null: no other host is offered.
    OwnRegistrations *registrations = nullptr; ///< Null: what a person registers is forgotten at the end.
    bool isCodeFirst = false; ///< A browser here is not before the person's eyes, or cannot come back.

    /// How long a browser may be away before a code is offered beside it.
    std::chrono::milliseconds browserPatience = std::chrono::seconds(20);
};
