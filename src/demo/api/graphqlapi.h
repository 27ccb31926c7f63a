// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"
#include "demo/api/sampleinbox.h"
#include "demo/server/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// GitHub's GraphQL API for Latchkey's two queries, Overview and OpenWork. It recognizes their names and does not
/// execute them. Other queries get an error.
class GraphQlApi
{
public:
    GraphQlApi(const TokenLedger &ledger, const SampleAccount &account, const SampleInbox &inbox)
        : m_ledger(ledger), m_account(account), m_inbox(inbox)
    {}

    loopback::Response respond(const loopback::Request &request) const;

private:
    loopback::Response answer(const QJsonObject &question, const QStringList &scopes) const;
    QJsonObject viewer(const QJsonObject &variables) const;

    const TokenLedger &m_ledger;
    const SampleAccount &m_account;
    const SampleInbox &m_inbox;
};

} // namespace demo
