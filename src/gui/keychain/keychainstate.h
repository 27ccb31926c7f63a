// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keychain/tokenstore.h"

#include <functional>
#include <optional>

/// What can be said of the keychain before anything is kept there.
enum class KeychainState {
    Ready,
    Locked,
    NoCollection, ///< There is one, but no keyring in it that new entries go to.
    Missing, ///< There is none, or it does not answer.
};

/// What a refusal of the token store says of the keychain, if there is none to write to.
std::optional<KeychainState> missingKeychain(const Error &error);

/// Asks for an entry that cannot exist, so the keychain shows no prompt. Answers as TokenStore::read() does.
void askKeychain(TokenStore &store, QObject *context, const std::function<void(KeychainState)> &receiver);
