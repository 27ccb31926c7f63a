// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/tokenset.h"
#include "provider/provider.h"
#include "result/result.h"
#include "session/storage/identity.h"

#include <QByteArray>

/// The content of a keychain entry: enough to be signed in after a restart without asking a server.
struct StoredSession
{
    Identity identity;
    oauth::TokenSet tokens;
    /// The issuer, as the server spells it, and the endpoints that it names; empty if the provider has no issuer.
    oauth::AuthorizationServer discovered;
    QString way = {}; ///< How the person has signed in: nameOf(SignInWay). Empty: an older version has written the entry.

    QByteArray toEntry() const;

    /// Storage "unreadable_entry", or "newer_entry" if a newer version of Latchkey has written it.
    static Result<StoredSession> fromEntry(const QByteArray &entry);
};

/// The provider with the endpoints that the stored session was discovered to have. Still needsDiscovery() if the entry has
/// none.
Provider withDiscovered(const Provider &provider, const StoredSession &session);
