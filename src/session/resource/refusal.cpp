// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/refusal.h"

#include "http/errorcodes.h"
#include "result/printabletext.h"
#include "session/resource/ratelimits.h"

namespace {

/// GitHub tells the causes of a 403 apart by its message alone. The words are from its documentation and public reports.
QString codeOfCause(const http::Answer &answer, Provider::Api api)
{
    if (api != Provider::Api::GitHub || answer.status != 403 || !comesFromResourceServer(answer, api))
        return http::errorcode::codeOfStatus(answer.status);
    const QByteArray message = answer.body.left(4096).toLower();
    const auto says = [&](const char *words) { return message.contains(words); };
    if (says("ip allow list") || says("ip address is not permitted"))
        return QStringLiteral("ip_not_allowed");
    if (says("oauth app access restrictions"))
        return QStringLiteral("app_not_allowed");
    if (says("forbids access via a"))
        return QStringLiteral("token_kind_not_allowed");
    if (says("email address must be verified"))
        return QStringLiteral("unverified_user_email");
    return http::errorcode::codeOfStatus(answer.status);
}

/// Of a firewall or a gateway that stands before the server.
bool isPageOfAnother(const http::Answer &answer, Provider::Api api)
{
    return answer.mediaType.endsWith("html") && !comesFromResourceServer(answer, api);
}

Error scopeMissing(const QByteArray &scopes)
{
    constexpr qsizetype longest = 100;
    const QString names = printableText(QString::fromLatin1(scopes)).left(longest);
    return Error::denied(names.isEmpty() ? QStringLiteral("insufficient_scope") : QStringLiteral("scope_missing"), names);
}

} // namespace

Error refusalOf(const http::Answer &answer, Verdict verdict, const Provider &provider, const QDateTime &now)
{
    if (verdict == Verdict::RateLimited)
        return Error{Error::Kind::Unreachable, QStringLiteral("rate_limited"), {}, RateLimits::pauseAfter(answer, now)};
    if (verdict == Verdict::SingleSignOnRequired)
        return Error{Error::Kind::Denied, QStringLiteral("sso_required"), {}, {}, singleSignOnPage(answer, provider)};
    if (verdict == Verdict::Suspended)
        return Error::denied(QStringLiteral("account_suspended"));
    if (const auto scopes = missingScopes(answer, provider.api))
        return scopeMissing(*scopes);
    if (isPageOfAnother(answer, provider.api))
        return Error::denied(QStringLiteral("intercepted"));
    return Error::denied(codeOfCause(answer, provider.api));
}

Error refusalOfNewToken(const http::Answer &answer, const Provider &provider, bool isPasted, const QDateTime &now)
{
    const Verdict verdict = judge(answer, provider);
    if (verdict == Verdict::RateLimited)
        return Error{Error::Kind::Unreachable, QStringLiteral("limit_reached"), {}, RateLimits::pauseAfter(answer, now)};
    const bool isRefused = verdict == Verdict::TokenRefused || verdict == Verdict::MaybeTokenRefused;
    if (isRefused && answer.status == 401 && !isPageOfAnother(answer, provider.api))
        return Error::denied(isPasted ? QStringLiteral("token_refused") : QStringLiteral("new_token_refused"));
    return refusalOf(answer, verdict, provider, now);
}
