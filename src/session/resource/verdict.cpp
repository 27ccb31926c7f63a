// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/verdict.h"

#include "http/ratelimit.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

bool hasBearerChallenge(const http::Answer &answer)
{
    return answer.header("www-authenticate").trimmed().toLower().startsWith("bearer");
}

bool isSuspended(const http::Answer &answer, Provider::Api api)
{
    static const QRegularExpression words(QStringLiteral("\\baccount (?:was|is|has been) suspended"),
                                          QRegularExpression::CaseInsensitiveOption);
    return api == Provider::Api::GitHub && answer.status == 403 && comesFromResourceServer(answer, api)
        && words.match(QString::fromUtf8(answer.body.left(4096))).hasMatch();
}

/// A parameter of a challenge (RFC 9110 §11.2), quoted or not; nothing if it is absent.
std::optional<QByteArray> challengeParameter(const http::Answer &answer, const char *name)
{
    const QRegularExpression parameter(QStringLiteral("(?:^|[\\s,])%1\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))").arg(QLatin1String(name)),
                                       QRegularExpression::CaseInsensitiveOption);
    const auto match = parameter.match(QString::fromLatin1(answer.header("www-authenticate")));
    return match.hasMatch() ? std::optional((match.captured(1) + match.captured(2)).toLatin1()) : std::nullopt;
}

QStringList namesIn(const QByteArray &header)
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    return QString::fromLatin1(header).split(separator, Qt::SkipEmptyParts);
}

/// GitHub names the scopes of the token, and those of which one is needed.
std::optional<QByteArray> scopesThatGitHubMisses(const http::Answer &answer)
{
    const QStringList granted = namesIn(answer.header("x-oauth-scopes"));
    const QByteArray accepted = answer.header("x-accepted-oauth-scopes").trimmed();
    const QStringList needed = namesIn(accepted);
    const bool isAnyGranted = std::any_of(needed.begin(), needed.end(), [&](const QString &one) { return granted.contains(one); });
    if (answer.body.contains("Resource not accessible by")) // An app, or a token with permissions in place of scopes.
        return answer.header("x-accepted-github-permissions").replace(';', ", ");
    const bool hasScopes = !answer.header("x-oauth-scopes").isNull();
    return !needed.isEmpty() && hasScopes && !isAnyGranted ? std::optional(accepted) : std::nullopt;
}

/// A 401 of an OpenID provider may come without a challenge, but then it may come from anybody.
bool isCertain(const http::Answer &answer, Provider::Api api)
{
    return api == Provider::Api::GitHub ? comesFromResourceServer(answer, api) : hasBearerChallenge(answer);
}

/// The header says "required; url=…".
bool isSingleSignOnRequired(const http::Answer &answer)
{
    return answer.status == 403 && answer.header("x-github-sso").startsWith("required");
}

} // namespace

bool comesFromResourceServer(const http::Answer &answer, Provider::Api api)
{
    if (api == Provider::Api::GitHub)
        return !answer.header("x-github-request-id").isEmpty();
    return hasBearerChallenge(answer) || answer.mediaType.endsWith("json");
}

std::optional<QByteArray> missingScopes(const http::Answer &answer, Provider::Api api)
{
    if (hasBearerChallenge(answer) && challengeParameter(answer, "error") == QByteArray("insufficient_scope"))
        return challengeParameter(answer, "scope").value_or(QByteArray(""));
    const bool isFromGitHub = api == Provider::Api::GitHub && comesFromResourceServer(answer, api);
    return isFromGitHub && answer.status == 403 ? scopesThatGitHubMisses(answer) : std::nullopt;
}

Verdict judge(const http::Answer &answer, const Provider &provider)
{
    const bool isAccepted = answer.isSuccess() || answer.status == 304;
    if (!isAccepted && isSuspended(answer, provider.api))
        return Verdict::Suspended;
    if (!isAccepted && isSingleSignOnRequired(answer))
        return Verdict::SingleSignOnRequired;
    if (http::isRateLimited(answer))
        return Verdict::RateLimited;
    if (!isAccepted && missingScopes(answer, provider.api))
        return Verdict::Refused;
    if (answer.status == 401)
        return isCertain(answer, provider.api) ? Verdict::TokenRefused : Verdict::MaybeTokenRefused;
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
    return http::isRateLimited(answer) ? Verdict::RateLimited : Verdict::Refused;
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
