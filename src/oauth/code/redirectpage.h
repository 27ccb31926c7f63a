// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace oauth {

/// How a redirect to us ended, as the person in front of the user-agent is told.
enum class RedirectOutcome {
    Accepted, ///< Tokens were received.
    Denied, ///< The authorization server, or the person there, said no.
    Failed, ///< The code came, but no tokens for it.
    Foreign, ///< Not the answer to the sign-in that is open.
};

/// The HTTP status that fits an outcome.
int statusOf(RedirectOutcome outcome);

/// The page for an outcome, as HTML without scripts, light and dark.
QByteArray redirectPage(RedirectOutcome outcome);

} // namespace oauth
