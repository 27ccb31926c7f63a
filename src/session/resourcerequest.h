// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/httpanswer.h"
#include "result.h"

#include <QNetworkRequest>
#include <QPointer>

class Account;

/// One question to a resource server on behalf of an account, from the cache's ETag to the retry after a refresh. A
/// child of the account; deletes itself when answered.
class ResourceRequest : public QObject
{
    Q_OBJECT

public:
    /// Only what `isReadable` takes is kept: a captive portal's page must not replace what was seen last.
    ResourceRequest(Account &account, const QNetworkRequest &request, std::function<bool(const QByteArray &)> isReadable,
                    QObject *context, Receiver<QByteArray> receiver);

    void start();

private:
    void send();
    void readReply(QNetworkReply &reply);
    void accept(const oauth::HttpAnswer &answer);
    bool isTokenRefused(const oauth::HttpAnswer &answer) const;
    void handleRefusedToken(const oauth::HttpAnswer &answer);
    void finish(const Result<QByteArray> &result);

    Account &m_account;
    QNetworkRequest m_request;
    const std::function<bool(const QByteArray &)> m_isReadable;
    const bool m_carriesToken;
    const QPointer<QObject> m_context;
    const Receiver<QByteArray> m_receiver;
    QString m_usedToken;
    bool m_isRetry = false;
};
