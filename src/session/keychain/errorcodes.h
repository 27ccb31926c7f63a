// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QLatin1String>

/// Codes of Error::Kind::Storage that callers tell apart.
namespace keychain {

inline constexpr QLatin1String entryNotFound("entry_not_found"); ///< Some keychains also say so while they are locked.
inline constexpr QLatin1String unreadableEntry("unreadable_entry"); ///< The entry is not one of this application's.
inline constexpr QLatin1String locked("locked"); ///< Nobody has unlocked the token store.
inline constexpr QLatin1String noDefaultCollection("no_default_collection"); ///< The Secret Service has none for new entries.
inline constexpr QLatin1String notRemoved("not_removed"); ///< The entry is still there.
inline constexpr QLatin1String unavailable("unavailable"); ///< There is no keychain.
inline constexpr QLatin1String timedOut("timed_out"); ///< The token store hangs; it may still carry the request out.

/// True if the entry is missing or unreadable, now and later.
inline bool isEntryLost(const Error &error)
{
    return error.code == entryNotFound || error.code == unreadableEntry;
}

} // namespace keychain
