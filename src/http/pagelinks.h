// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

namespace http {

/// What an answer says about the other pages of its list, by its Link header (RFC 8288). Only the page numbers count: nobody
/// follows the addresses, which may be on another server.
struct PageLinks
{
    bool areGiven = false; ///< The answer links to other pages. One of a list in a single page need not.
    bool hasNext = false;
    int next = 0; ///< 0 if the link has no page number.
    int last = 0; ///< 0 if the answer does not say.

    bool operator==(const PageLinks &) const = default;
};

PageLinks pageLinks(const Answer &answer);

} // namespace http
