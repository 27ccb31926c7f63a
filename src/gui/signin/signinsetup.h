// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "githubcli/githubcli.h"
#include "oauth/useragent.h"
#include "session/signinway.h"

#include <chrono>

class OwnRegistrations;
class ProviderCatalog;
class TokenStore;

/// What the sign-in windows work with. Everything that it refers to must outlive them.
struct SignInSetup
{
    oauth::UserAgent &loginView;
    oauth::UserAgent &browser;
    oauth::UserAgent &link; ///< Copies the link for any browser.
    OwnRegistrations &registrations;

    ProviderCatalog *catalog = nullptr; ///< Null: no other host is offered.
    Machine machine = {};
    TokenStore *store = nullptr; ///< Whose state is told; null: nothing is told.
    bool beginsAtWelcome = false; ///< The person has not said yet where to sign in. Needs a catalog.
    bool offersDemo = false; ///< Something answers SignInWindow::demoRequested().
    GitHubCli cli = GitHubCli({}); ///< By default there is none.

    /// How long a browser may be away before a code is offered beside it.
    std::chrono::milliseconds browserPatience = std::chrono::seconds(20);

    /// Null for the ways without a page.
    oauth::UserAgent *userAgentFor(SignInWay way) const
    {
        switch (way) {
        case SignInWay::LoginView: return &loginView;
        case SignInWay::Browser: return &browser;
        case SignInWay::Link: return &link;
        case SignInWay::DeviceCode:
        case SignInWay::Token:
        case SignInWay::GitHubCli: break;
        }
        return nullptr;
    }
};
