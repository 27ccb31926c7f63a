// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/authorizationcodes.h"
#include "demo/client.h"
#include "demo/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The token endpoint (RFC 6749 §§4.1.3, 6), with GitHub's habits: form-encoded unless JSON is asked for, and errors
/// with status 200.
class TokenEndpoint
{
public:
    TokenEndpoint(const Client &client, AuthorizationCodes &codes, TokenLedger &ledger);

    loopback::Response respond(const loopback::Request &request);

private:
    using Fields = QList<std::pair<QString, QString>>;

    Fields answer(const QUrlQuery &form);
    Fields exchangeCode(const QUrlQuery &form);
    Fields refresh(const QUrlQuery &form);
    Fields tokens(const TokenLedger::Issued &issued) const;

    const Client m_client;
    AuthorizationCodes &m_codes;
    TokenLedger &m_ledger;
};

} // namespace demo
