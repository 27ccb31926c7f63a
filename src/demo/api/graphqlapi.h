// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/samplepeople.h"
#include "demo/server/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// GitHub's GraphQL API for Latchkey's two queries, Overview and OpenWork. It recognizes their names and does not
/// execute them. Other queries get an error.
class GraphQlApi
{
public:
    GraphQlApi(const TokenLedger &ledger, const SamplePeople &people, Clock now)
        : m_ledger(ledger), m_people(people), m_now(std::move(now))
    {}

    loopback::Response respond(const loopback::Request &request) const;

private:
    loopback::Response answer(const QJsonObject &question, const QStringList &scopes, const SamplePerson &person) const;
    QJsonObject viewer(const QJsonObject &variables, const SampleAccount &account) const;

    const TokenLedger &m_ledger;
    const SamplePeople &m_people;
    const Clock m_now;
};

} // namespace demo
