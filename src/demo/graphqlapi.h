// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/sampleaccount.h"
#include "demo/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// GitHub's GraphQL API for the one question that Latchkey asks. It does not execute queries: it answers the overview,
/// and any other question as GitHub answers one that it does not understand.
class GraphQlApi
{
public:
    GraphQlApi(const TokenLedger &ledger, const SampleAccount &account) : m_ledger(ledger), m_account(account) {}

    loopback::Response respond(const loopback::Request &request) const;

private:
    QJsonObject viewer(const QJsonObject &variables) const;

    const TokenLedger &m_ledger;
    const SampleAccount &m_account;
};

} // namespace demo
