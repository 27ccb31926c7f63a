// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/tokenledger.h"
#include "loopback/httpmessage.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

namespace demo {

/// The sample account, as GitHub's REST API gives it: who it is, its repositories, and rate limits, ETags and pages.
class RestApi
{
public:
    explicit RestApi(const TokenLedger &ledger);

    /// Where its addresses lead.
    void setOrigin(const QUrl &origin);

    QJsonObject &account() { return m_account; }

    /// `path` is below the API's base URL.
    loopback::Response respond(const loopback::Request &request, const QString &path);

    loopback::Response avatar(const loopback::Request &request) const;

private:
    loopback::Response ok(const loopback::Request &request, const QByteArray &body, QList<loopback::Header> headers);
    loopback::Response refuse(int status, const char *message);
    loopback::Response repositories(const loopback::Request &request, QList<loopback::Header> headers);
    QList<loopback::Header> commonHeaders(const QStringList &scopes);
    QJsonObject publicAccount() const;

    const TokenLedger &m_ledger;
    QUrl m_origin;
    QJsonObject m_account;
    QJsonArray m_repositories;
    int m_used = 0;
    qint64 m_requestNumber = 0;
};

} // namespace demo
