// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/resource/resourcerequest.h"

#include <QDateTime>

#include <memory>
#include <optional>

/// A value from a resource server, and when it was current.
template<typename T>
struct Dated
{
    T value;
    QDateTime at; ///< UTC.
};

/// Asks protected resources on behalf of one account (RFC 6750 §2.1), and keeps the answers. Deleting it abandons all
/// requests.
class ResourceClient : public QObject
{
    Q_OBJECT

public:
    /// `network` may have connections to the resource server already. `tokens` must outlive this object.
    ResourceClient(const Provider &provider, AccessTokens &tokens, const ResourceCache &cache,
                   std::shared_ptr<http::StrictAccessManager> network);

    /// Asks for a resource; `Request` has the members of github::Request. The receiver is called at most once, never from
    /// inside this call, and not after `context` or this object is gone. A token that is about to expire is refreshed
    /// first; a 401 leads to one refresh and one retry. A request with a method of its own is neither answered from the
    /// cache nor cached. Denied "http_404" and the like if the server refuses, "sso_required" if an organization demands its
    /// own sign-in; Unreachable "rate_limited" if the server wants to be left alone for a while, also shortly before its
    /// limit is used up; otherwise as readAnswer(). If the session ends, AccessTokens::ended() comes in place of an answer.
    template<typename Request>
    void ask(const Request &request, QObject *context, Receiver<typename Request::Value> receiver)
    {
        using Value = typename Request::Value;
        const auto value = std::make_shared<std::optional<Result<Value>>>();
        const auto readOnce = [value, read = request.read](const http::Answer &answer) {
            *value = read(answer);
            return bool(**value);
        };
        start({request.request, request.method, request.body, readOnce},
              {context, [value, receiver = std::move(receiver)](const Result<http::Answer> &answer) {
                   receiver(answer ? **value : Result<Value>(answer.error()));
               }});
    }

    /// The last answer to the same request, also from an earlier run; nothing if there is none that can be read.
    template<typename Request>
    std::optional<Dated<typename Request::Value>> cached(const Request &request) const
    {
        const ResourceQuestion question{request.request, request.method, request.body, {}};
        const std::optional<CachedAnswer> answer = m_access.cache.find(question.cacheKey());
        if (!answer)
            return std::nullopt;
        const Result<typename Request::Value> value = request.read({.status = 200, .body = answer->body});
        if (!value)
            return std::nullopt;
        return Dated<typename Request::Value>{*value, answer->fetchedAt};
    }

    /// What the server said last of its limits; empty before the first answer.
    const RateLimits &rateLimits() const { return m_access.rateLimits; }

    /// How many organizations leave their data out of the answers, since the person has not signed in to them (SAML).
    int organizationsLeftOut() const { return m_organizationsLeftOut; }

    /// The size of the cached answers in bytes.
    qint64 cacheSize() const { return m_access.cache.size(); }

Q_SIGNALS:
    void organizationsLeftOutChanged();

private:
    void start(ResourceQuestion question, Answering<http::Answer> answering);
    void noteOrganizationsLeftOut(int count);

    ResourceAccess m_access;
    int m_organizationsLeftOut = 0;
};
