// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/authorizationcodes.h"
#include "demo/server/client.h"
#include "demo/server/devicecodes.h"
#include "demo/server/oauthanswer.h"
#include "demo/server/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The token endpoint (RFC 6749 §§4.1.3, 6, RFC 8628 §3.4), as on GitHub: errors have status 200.
class TokenEndpoint
{
public:
    TokenEndpoint(const Client &client, AuthorizationCodes &codes, DeviceCodes &deviceCodes, TokenLedger &ledger);

    loopback::Response respond(const loopback::Request &request);

private:
    AnswerFields answer(const QUrlQuery &form);
    AnswerFields exchangeCode(const QUrlQuery &form);
    AnswerFields exchangeDeviceCode(const QUrlQuery &form);
    AnswerFields refresh(const QUrlQuery &form);
    AnswerFields tokens(const TokenLedger::Issued &issued) const;

    const Client m_client;
    AuthorizationCodes &m_codes;
    DeviceCodes &m_deviceCodes;
    TokenLedger &m_ledger;
};

} // namespace demo
