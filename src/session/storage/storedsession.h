// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/tokenset.h"
#include "provider/provider.h"
#include "result/result.h"
#include "session/storage/identity.h"

#include <QByteArray>

/// What a keychain entry holds: enough to be signed in again without asking anybody.
struct StoredSession
{
    Identity identity;
    oauth::TokenSet tokens;
    /// The endpoints that were discovered from the issuer; empty URLs where the provider file names them.
    oauth::AuthorizationServer discovered;

    QByteArray toEntry() const;

    /// Storage "unreadable_entry", or "newer_entry" where a newer version has written it.
    static Result<StoredSession> fromEntry(const QByteArray &entry);
};

/// The provider that a stored session is at, with the endpoints that were discovered for it. Still needsDiscovery() if the
/// entry has none.
Provider withDiscovered(const Provider &provider, const StoredSession &session);
