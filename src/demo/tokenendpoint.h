// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/authorizationpages.h"
#include "demo/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The token endpoint and the two ways to revoke, with GitHub's habits: form-encoded unless JSON is asked for, and errors
/// with status 200.
class TokenEndpoint
{
public:
    struct Client
    {
        QString id;
        QString secret; ///< Empty: none is wanted.
        bool rotatesRefreshTokens = true;
    };

    TokenEndpoint(const Client &client, AuthorizationPages &authorization, TokenLedger &ledger);

    /// RFC 6749 §§4.1.3, 6.
    loopback::Response respond(const loopback::Request &request);

    /// RFC 7009.
    loopback::Response revoke(const loopback::Request &request);

    /// GitHub's `DELETE /applications/{client_id}/token`.
    loopback::Response deleteToken(const loopback::Request &request);

private:
    using Fields = QList<std::pair<QString, QString>>;

    Fields answer(const QUrlQuery &form);
    Fields exchangeCode(const QUrlQuery &form);
    Fields refresh(const QUrlQuery &form);
    Fields tokens(const TokenLedger::Issued &issued) const;
    bool isClient(const QUrlQuery &form) const;

    const Client m_client;
    AuthorizationPages &m_authorization;
    TokenLedger &m_ledger;
};

} // namespace demo
