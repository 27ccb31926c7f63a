// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/keychainstate.h"

#include "session/keychain/errorcodes.h"

void askKeychain(TokenStore &store, QObject *context, const std::function<void(KeychainState)> &receiver)
{
    store.read(QStringLiteral("check"), context, [receiver](const Result<QByteArray> &entry) {
        const QString code = entry ? QString() : entry.error().code;
        if (entry || code == keychain::entryNotFound || code == keychain::unreadableEntry)
            receiver(KeychainState::Ready);
        else
            receiver(code == keychain::locked ? KeychainState::Locked : KeychainState::Missing);
    });
}
