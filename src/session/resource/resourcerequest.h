// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "http/strictaccessmanager.h"
#include "provider/provider.h"
#include "result/answering.h"
#include "session/resource/ratelimits.h"
#include "session/resource/verdict.h"
#include "session/storage/resourcecache.h"
#include "session/tokens/accesstokens.h"

#include <QNetworkRequest>

#include <functional>
#include <memory>

/// How much of what was asked for is in an answer.
enum class Wholeness { Whole, Partial };

/// What one request asks for.
struct ResourceQuestion
{
    QNetworkRequest request;
    QByteArray method; ///< Of a request that changes something; empty for one that only asks.
    QByteArray body; ///< Posted if there is one and no method.
    /// Takes each answer that counts before the receiver does, and says whether it could be read. Only such an answer
    /// is cached: a captive portal's page must not replace the last good answer. The error "rate_limited" counts as
    /// that of a status: GraphQL reports it in the body.
    std::function<Result<Wholeness>(const http::Answer &)> read;
    std::function<Result<Wholeness>(const http::Answer &)> inspect; ///< Reads an answer that is not the receiver's.

    bool isChange() const { return !method.isEmpty(); }

    /// Questions that post a body differ by it as well.
    QUrl cacheKey() const;
};

/// What all requests for one account share.
struct ResourceAccess
{
    const Provider provider;
    AccessTokens &tokens;
    const ResourceCache cache;
    const std::shared_ptr<http::StrictAccessManager> network;
    RateLimits rateLimits = {};
};

/// One question to a resource server, from the cached answer's ETag (RFC 9110 §8.8.3) to the retry after a refresh.
/// Deletes itself when it has answered.
class ResourceRequest : public QObject
{
    Q_OBJECT

public:
    ResourceRequest(ResourceAccess &access, ResourceQuestion question, Answering<http::Answer> answering, QObject *parent);

    void start();

Q_SIGNALS:
    /// Organizations left their data out of an answer, since the person has not signed in to them (SAML).
    void organizationsLeftOut(int count);

    /// The answer says whose token it is.
    void identityRead(const Identity &identity);

private:
    const oauth::TokenSet &tokens() const { return m_access.tokens.current(); }
    QDateTime closedUntil() const;
    void send();
    QNetworkReply *sendTo(http::StrictAccessManager &network, const QNetworkRequest &request) const;
    void followRedirect(QNetworkReply &reply, const QUrl &target);
    void readReply(QNetworkReply &reply);
    void noteLimits(const http::Answer &answer);
    void judgeAnswer(const http::Answer &answer);
    bool isRefusedToken(const http::Answer &answer, Verdict verdict) const;
    void accept(const http::Answer &answer);
    void store(const CachedAnswer &answer, Wholeness wholeness) const;
    bool isWholeAndYoung(const CachedAnswer &cached) const;
    void retryWithoutCache();
    void noteIdentity(const QByteArray &body);
    bool retryWithOtherToken();
    void finishTokenRefused(const http::Answer &answer, Verdict verdict);
    void finishRateLimited(const http::Answer &answer);
    void finishRateLimited();
    void finishRefused(const http::Answer &answer, Verdict verdict);
    void finish(const Result<http::Answer> &result);

    ResourceAccess &m_access;
    ResourceQuestion m_question;
    const QUrl m_cacheKey;
    const bool m_carriesToken;
    bool m_usesCache;
    Answering<http::Answer> m_answering;
    QString m_usedToken;
    bool m_isRetry = false;
};
