// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychainstate.h"

#include "session/keychain/errorcodes.h"
#include "session/keychain/secretservice.h"

namespace {

using secretservice::DefaultCollection;

KeychainState stateFor(const Result<QByteArray> &entry)
{
    const QString code = entry ? QString() : entry.error().code;
    if (entry || code == keychain::entryNotFound || code == keychain::unreadableEntry)
        return KeychainState::Ready;
    if (code == keychain::noDefaultCollection)
        return KeychainState::NoCollection;
    return code == keychain::locked ? KeychainState::Locked : KeychainState::Missing;
}

} // namespace

std::optional<KeychainState> missingKeychain(const Error &error)
{
    if (error.code == keychain::noDefaultCollection)
        return KeychainState::NoCollection;
    return error.code == keychain::unavailable ? std::optional(KeychainState::Missing) : std::nullopt;
}

void askKeychain(TokenStore &store, QObject *context, const std::function<void(KeychainState)> &receiver)
{
    const bool isKeychain = store.name() == QLatin1String("keychain");
    store.read(QStringLiteral("check"), context, [isKeychain, context, receiver](const Result<QByteArray> &entry) {
        const KeychainState state = stateFor(entry);
        if (!isKeychain || state != KeychainState::Ready)
            return receiver(state);
        // A locked keychain says "not found", too.
        secretservice::askDefaultCollection(context, [receiver](DefaultCollection collection) {
            receiver(collection == DefaultCollection::Locked ? KeychainState::Locked : KeychainState::Ready);
        });
    });
}
