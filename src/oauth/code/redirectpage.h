// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace oauth {

/// How a sign-in ended, as the redirect page tells the person.
enum class RedirectOutcome {
    Accepted, ///< Tokens arrived.
    Denied, ///< The authorization server or the person said no.
    Failed, ///< A code arrived, but no tokens for it.
    Foreign, ///< The request does not answer this sign-in.
    Incomplete, ///< It does, but has neither one code nor one error.
    TooLarge, ///< Its headers are larger than what is read.
};

/// The HTTP status that fits an outcome.
int statusOf(RedirectOutcome outcome);

/// The page for an outcome: HTML without scripts, light and dark.
QByteArray redirectPage(RedirectOutcome outcome);

} // namespace oauth
