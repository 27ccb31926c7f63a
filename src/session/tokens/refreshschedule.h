// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/tokenset.h"

#include <QDateTime>

#include <chrono>

/// How long before expiry an access token is refreshed: the smaller of 5 minutes and a tenth of its lifetime.
std::chrono::milliseconds refreshLead(const oauth::TokenSet &tokens);

/// When the tokens are to be refreshed; invalid if they do not expire or cannot be refreshed.
QDateTime refreshTimeOf(const oauth::TokenSet &tokens);

/// When a timer refreshes tokens that a refresh has brought: the same, but at least `pause` after they came. Tokens that hardly
/// last are refreshed only for a request.
QDateTime timedRefreshOf(const oauth::TokenSet &tokens, std::chrono::milliseconds pause);

/// True if the tokens should be refreshed before they are used.
bool isDueForRefresh(const oauth::TokenSet &tokens, const QDateTime &now);

/// True unless the access token has expired. One without a known expiry counts as valid.
bool isStillValid(const oauth::TokenSet &tokens, const QDateTime &now);
