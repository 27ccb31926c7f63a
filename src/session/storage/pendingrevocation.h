// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationserver.h"
#include "oauth/clientregistration.h"
#include "oauth/revocation.h"
#include "oauth/tokenset.h"
#include "result/result.h"

#include <QByteArray>
#include <QDateTime>

/// Tokens that must be revoked, with all that this takes: their account and provider may be forgotten by then.
struct PendingRevocation
{
    oauth::AuthorizationServer server; ///< Only the endpoints that revoke.
    oauth::ClientRegistration client; ///< Only its credentials.
    oauth::TokenSet tokens; ///< Only the tokens themselves.
    oauth::Extent extent = oauth::Extent::Tokens;
    QDateTime since = {}; ///< UTC. The first try; invalid in entries of older versions.
    QDateTime notBefore = {}; ///< UTC. The server has asked to wait until then; invalid if it has not.

    QByteArray toEntry() const;

    /// Storage "unreadable_entry".
    static Result<PendingRevocation> fromEntry(const QByteArray &entry);
};
