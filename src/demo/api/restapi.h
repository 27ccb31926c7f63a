// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/samplepeople.h"
#include "demo/server/tokenledger.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The part of GitHub's REST API that the sample accounts need, with rate limits, ETags and pages.
class RestApi
{
public:
    RestApi(const TokenLedger &ledger, SamplePeople &people);

    /// Answers a request to `path` below `baseUrl`.
    loopback::Response respond(const loopback::Request &request, const QUrl &baseUrl, const QString &path);

    /// A person's avatar, which is public.
    static loopback::Response avatar(const loopback::Request &request);

private:
    loopback::Response answer(const loopback::Request &request, const QUrl &baseUrl, const QString &path,
                              const QStringList &scopes);
    loopback::Response get(const loopback::Request &request, const QUrl &url, const QString &path, const SamplePerson &person);
    loopback::Response aboutUser(const QString &path) const;
    static loopback::Response change(const QByteArray &method, const QString &path, SampleInbox &inbox);
    loopback::Response list(const QJsonArray &all, const loopback::Request &request, const QUrl &url) const;
    QList<loopback::Header> rateLimit(bool counts);

    const TokenLedger &m_ledger;
    SamplePeople &m_people;
    int m_used = 0;
    qint64 m_windowEnd = 0; ///< Seconds since 1970.
    qint64 m_requestNumber = 0;
};

} // namespace demo
