// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "http/strictaccessmanager.h"
#include "result/result.h"

#include <QNetworkRequest>
#include <QPointer>

class Account;

/// One question to a resource server on behalf of an account, from the cache's ETag to the retry after a refresh. A
/// child of the account; deletes itself when answered.
class ResourceRequest : public QObject
{
    Q_OBJECT

public:
    /// Without a `method` a body is posted, and where there is none the resource is got. `read` takes each answer that
    /// counts, before the receiver does, and says whether it could be read. Only such an answer is kept: a captive portal's
    /// page must not replace what was seen last.
    ResourceRequest(Account &account, const QNetworkRequest &request, const QByteArray &method, const QByteArray &body,
                    std::function<bool(const http::Answer &)> read, QObject *context, Receiver<http::Answer> receiver);

    void start();

private:
    void send();
    QNetworkReply *sendTo(http::StrictAccessManager &network, const QNetworkRequest &request) const;
    bool isChange() const { return !m_method.isEmpty(); }
    void readReply(QNetworkReply &reply);
    Error rateLimited() const;
    void accept(const http::Answer &answer);
    bool isTokenRefused(const http::Answer &answer) const;
    void handleRefusedToken(const http::Answer &answer);
    void finish(const Result<http::Answer> &result);

    Account &m_account;
    QNetworkRequest m_request;
    const QByteArray m_method;
    const QByteArray m_body;
    const std::function<bool(const http::Answer &)> m_read;
    const QUrl m_cacheKey;
    const QString m_limitedResource;
    const bool m_carriesToken;
    const QPointer<QObject> m_context;
    const Receiver<http::Answer> m_receiver;
    QString m_usedToken;
    bool m_isRetry = false;
};
