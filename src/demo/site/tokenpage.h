// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/login.h"
#include "demo/server/tokenledger.h"

namespace demo {

/// The page on which a person creates a personal access token.
class TokenPage
{
public:
    TokenPage(TokenLedger &ledger, const Login &login) : m_ledger(ledger), m_login(login) {}

    loopback::Response respond(const loopback::Request &request);

private:
    TokenLedger &m_ledger;
    const Login &m_login;
};

} // namespace demo
