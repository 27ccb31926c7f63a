// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/// Why a session is over.
enum class EndReason {
    SignedOut, ///< The person signed out here.
    SignedOutElsewhere, ///< The person signed out in another process.
    Revoked, ///< The server no longer accepts the access token.
    Suspended, ///< The server has suspended the account.
    Expired, ///< The access token expired and there is no refresh token.
    RefreshExpired, ///< The refresh token expired.
    RefreshRefused, ///< The server refused the refresh token: expired, revoked or already used.
    RefreshUnsaved, ///< The refresh token was used by a refresh that was interrupted before its tokens were stored.
    RefreshLost, ///< The refresh token was used by a refresh whose answer was lost, or could not be read.
    RefreshNotStored, ///< The refresh token was used by a refresh whose tokens the keychain refused.
    RefreshUnexplained, ///< The access token is over, and the server refuses the refresh token for no reason that we know.
    InteractionRequired, ///< The access token is over, and the server asks for the person before it issues another.
    IdTokenRefused, ///< Latchkey refused the ID token that came with new tokens.
    EntryGone, ///< The keychain no longer has the entry.
};

/// The name in the settings file and in `status --json`: "signed_out" and so on.
QString toText(EndReason reason);

/// Nothing for a text that is no reason.
std::optional<EndReason> endReasonFromText(const QString &text);
