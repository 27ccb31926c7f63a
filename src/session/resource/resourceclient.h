// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/resource/resourcerequest.h"

#include <QDateTime>

#include <memory>
#include <optional>

/// A value from a resource server and the time when it was current.
template<typename T>
struct Dated
{
    T value;
    QDateTime at; ///< UTC.
};

/// Requests protected resources on behalf of one account (RFC 6750 §2.1) and caches the answers. Deletion abandons all
/// requests.
class ResourceClient : public QObject
{
    Q_OBJECT

public:
    /// `network` may already have open connections to the resource server. `tokens` must outlive this object.
    ResourceClient(const Provider &provider, AccessTokens &tokens, const ResourceCache &cache,
                   std::shared_ptr<http::StrictAccessManager> network);

    /// Requests a resource. `Request` has the members of github::Request. The receiver is called at most once, never
    /// from inside this call, and not after `context` or this object is gone. A token about to expire is refreshed first.
    /// A 401 causes one refresh and one retry. A request with a `method` neither uses nor fills the cache. An answer that
    /// cannot be read is not cached either, and one that is partial (Value::isPartial()) replaces no whole one that is
    /// younger than a day. Errors: those of refusalOf() if the server refuses, also Unreachable "rate_limited" shortly before
    /// a limit is used up; otherwise those of readAnswer().
    /// If the session ends, AccessTokens::ended() is emitted and the receiver is not called.
    template<typename Request>
    void ask(const Request &request, QObject *context, Receiver<typename Request::Value> receiver)
    {
        using Value = typename Request::Value;
        const auto value = std::make_shared<std::optional<Result<Value>>>();
        const auto readOnce = [value, read = request.read](const http::Answer &answer) -> Result<Wholeness> {
            *value = read(answer);
            return wholenessOf(**value);
        };
        const auto inspect = [read = request.read](const http::Answer &answer) { return wholenessOf(read(answer)); };
        start({request.request, request.method, request.body, readOnce, inspect},
              {context, [value, receiver = std::move(receiver)](const Result<http::Answer> &answer) {
                   receiver(answer ? **value : Result<Value>(answer.error()));
               }});
    }

    /// The last answer to the same request, even from an earlier run; nullopt if there is no readable one.
    template<typename Request>
    std::optional<Dated<typename Request::Value>> cached(const Request &request) const
    {
        const ResourceQuestion question{request.request, request.method, request.body, {}, {}};
        const std::optional<CachedAnswer> answer = m_access.cache.find(question.cacheKey());
        if (!answer)
            return std::nullopt;
        const Result<typename Request::Value> value =
            request.read({.status = 200, .body = answer->body, .headers = answer->headers});
        if (!value)
            return std::nullopt;
        return Dated<typename Request::Value>{*value, answer->fetchedAt};
    }

    /// Removes the cached answer to a request, such as one that the server no longer answers.
    template<typename Request>
    void forget(const Request &request) const
    {
        m_access.cache.remove(ResourceQuestion{request.request, request.method, request.body, {}, {}}.cacheKey());
    }

    /// The rate limits that the server reported last; empty before the first answer.
    const RateLimits &rateLimits() const { return m_access.rateLimits; }

    /// The number of organizations whose data is missing from the answers because they require single sign-on (SAML).
    int organizationsLeftOut() const { return m_organizationsLeftOut; }

    /// The size of the cached answers in bytes.
    qint64 cacheSize() const { return m_access.cache.size(); }

    /// Removes all cached answers. Storage "cache_not_removed".
    Result<void> clearCache() const { return m_access.cache.clear(); }

Q_SIGNALS:
    void organizationsLeftOutChanged();

    /// The server has said once more whose token it is.
    void identityRead(const Identity &identity);

private:
    template<typename Value>
    static Result<Wholeness> wholenessOf(const Result<Value> &value)
    {
        if (!value)
            return value.error();
        if constexpr (requires { value->isPartial(); })
            return value->isPartial() ? Wholeness::Partial : Wholeness::Whole;
        else
            return Wholeness::Whole;
    }
    void start(ResourceQuestion question, Answering<http::Answer> answering);
    void noteOrganizationsLeftOut(int count);

    ResourceAccess m_access;
    int m_organizationsLeftOut = 0;
};
