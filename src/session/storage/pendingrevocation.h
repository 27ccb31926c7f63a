// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/revocation.h"
#include "oauth/tokenset.h"
#include "result/result.h"

#include <QByteArray>

/// Tokens that are to be given back, with all that this needs: whoever was signed in and at which provider is forgotten
/// by then.
struct PendingRevocation
{
    oauth::AuthorizationServer server; ///< Only where tokens are revoked.
    oauth::ClientRegistration client; ///< Only what authenticates it.
    oauth::TokenSet tokens; ///< Only the tokens themselves.
    oauth::Extent extent = oauth::Extent::Tokens;

    QByteArray toEntry() const;

    /// Storage "unreadable_entry".
    static Result<PendingRevocation> fromEntry(const QByteArray &entry);
};
