// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/verdict.h"

namespace {

/// Tells the resource server from a proxy on the way.
bool comesFromResourceServer(const http::Answer &answer, Provider::Api api)
{
    if (api == Provider::Api::GitHub)
        return !answer.header("x-github-request-id").isEmpty();
    return answer.header("www-authenticate").toLower().startsWith("bearer");
}

bool isSuspended(const http::Answer &answer, Provider::Api api)
{
    return api == Provider::Api::GitHub && answer.status == 403 && comesFromResourceServer(answer, api)
        && answer.body.contains("account was suspended");
}

/// The header says "required; url=…".
bool isSingleSignOnRequired(const http::Answer &answer)
{
    return answer.status == 403 && answer.header("x-github-sso").startsWith("required");
}

bool isRateLimited(const http::Answer &answer)
{
    return answer.status == 403 && (answer.header("x-ratelimit-remaining") == "0" || answer.retryAfter.count() > 0);
}

} // namespace

Verdict judge(const http::Answer &answer, const Provider &provider)
{
    const bool isAccepted = answer.isSuccess() || answer.status == 304;
    if (!isAccepted && isSuspended(answer, provider.api))
        return Verdict::Suspended;
    if (!isAccepted && isSingleSignOnRequired(answer))
        return Verdict::SingleSignOnRequired;
    if (answer.status == 401)
        return comesFromResourceServer(answer, provider.api) ? Verdict::TokenRefused : Verdict::MaybeTokenRefused;
    if (answer.status == 403 && provider.api == Provider::Api::Oidc)
        return Verdict::MaybeTokenRefused; // Some servers say so of an expired token.
    return judgeAnonymous(answer);
}

Verdict judgeAnonymous(const http::Answer &answer)
{
    if (answer.status == 304)
        return Verdict::NotModified;
    if (answer.isSuccess())
        return Verdict::Accepted;
    return isRateLimited(answer) ? Verdict::RateLimited : Verdict::Refused;
}

QUrl singleSignOnPage(const http::Answer &answer, const Provider &provider)
{
    const QByteArray value = answer.header("x-github-sso");
    const qsizetype start = value.indexOf("url=");
    const QUrl page = start < 0 ? QUrl() : QUrl::fromEncoded(value.mid(start + 4).trimmed(), QUrl::StrictMode);
    return provider.isItsPage(page) ? page : QUrl();
}

/// The header says "partial-results; organizations=1,2".
int organizationsLeftOut(const http::Answer &answer)
{
    const QByteArray value = answer.header("x-github-sso");
    const qsizetype start = value.indexOf("organizations=");
    return value.startsWith("partial-results") && start > 0 ? int(value.mid(start).count(',')) + 1 : 0;
}
