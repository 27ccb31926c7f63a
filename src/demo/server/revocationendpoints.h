// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/client.h"
#include "demo/server/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The two ways to revoke a token.
class RevocationEndpoints
{
public:
    RevocationEndpoints(const Client &client, TokenLedger &ledger);

    /// RFC 7009, which GitHub does not offer.
    loopback::Response revoke(const loopback::Request &request);

    /// GitHub's `DELETE /applications/{client_id}/token` and `…/grant`, for clients with a secret.
    loopback::Response deleteToken(const loopback::Request &request);

private:
    const Client m_client;
    TokenLedger &m_ledger;
};

} // namespace demo
