// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errortext/errortext.h"

namespace errortext {

/// Why a sign-out was not complete, what follows from that, and what to do: the errors of Session::signOut().
QString signOutText(const Error &error, const Provider &provider, Surface surface);

/// The end of a text that tells a person to revoke access at the server: the address of the page for it, which a window
/// offers as a button. Empty if the page is not known.
QString revocationLink(const Provider &provider, Surface surface);

/// A server was asked for a month to revoke the tokens of an earlier session: what the person can do.
QString revocationGivenUpText(const QString &host);

} // namespace errortext
