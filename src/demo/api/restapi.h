// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"
#include "demo/api/sampleinbox.h"
#include "demo/server/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The part of GitHub's REST API that the sample account needs, with rate limits, ETags and pages.
class RestApi
{
public:
    RestApi(const TokenLedger &ledger, const SampleAccount &account, SampleInbox &inbox);

    /// Answers a request to `path` below `baseUrl`.
    loopback::Response respond(const loopback::Request &request, const QUrl &baseUrl, const QString &path);

    /// The avatar, which is public.
    static loopback::Response avatar(const loopback::Request &request);

private:
    loopback::Response answer(const loopback::Request &request, const QUrl &baseUrl, const QString &path,
                              const QStringList &scopes);
    loopback::Response change(const QByteArray &method, const QString &path);
    loopback::Response list(const QJsonArray &all, const loopback::Request &request, const QUrl &url) const;
    QList<loopback::Header> rateLimit(bool counts);

    const TokenLedger &m_ledger;
    const SampleAccount &m_account;
    SampleInbox &m_inbox;
    int m_used = 0;
    qint64 m_windowEnd = 0; ///< Seconds since 1970.
    qint64 m_requestNumber = 0;
};

} // namespace demo
