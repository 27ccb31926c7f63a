// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/refresh.h"

#include "oauth/errorcodes.h"
#include "oauth/log.h"
#include "oauth/openid/idtoken.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

namespace oauth {

namespace {

/// These mean something else in a sign-in, and have other sentences there.
Error asOfRenewal(const Error &error)
{
    static const QHash<QString, QString> ofRenewal{{QStringLiteral("unsupported_grant_type"), QStringLiteral("renewal_unsupported")},
                                                   {QStringLiteral("unauthorized_client"), QStringLiteral("renewal_not_allowed")},
                                                   {errorcode::authorizationPending, QStringLiteral("renewal_pending")},
                                                   {errorcode::expiredToken, QStringLiteral("renewal_expired")}};
    Error renewalError = errorcode::withoutPerson(error);
    if (error.kind == Error::Kind::Denied)
        renewalError.code = ofRenewal.value(renewalError.code, renewalError.code);
    return renewalError;
}

bool isOneOf(const Error &error, std::initializer_list<const char *> codes)
{
    return error.kind == Error::Kind::Denied
        && std::any_of(codes.begin(), codes.end(), [&](const char *code) { return error.code == QLatin1String(code); });
}

} // namespace

Refresh::Refresh(const AuthorizationServer &server, const ClientRegistration &client, const TokenSet &tokens,
                 const http::AnswerLimits &limits)
    : m_server(server),
      m_client(client),
      m_tokens(tokens),
      m_flow(server, registrationFor(tokens, client), tokens.scopes.join(QLatin1Char(' ')), limits)
{}

void Refresh::start(QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    Q_ASSERT(m_tokens.isRefreshable());
    m_answering = {context, std::move(receiver)};
    m_flow.refresh(m_tokens.refreshToken, this, [this](const Result<TokenSet> &received) { readTokens(received); });
}

void Refresh::readTokens(const Result<TokenSet> &received)
{
    Result<TokenSet> tokens = withSubjectOf(m_tokens, received, m_server, m_client);
    if (!tokens)
        tokens = asOfRenewal(tokens.error());
    if (tokens && tokens->refreshToken.isEmpty()) {
        tokens->refreshToken = m_tokens.refreshToken;
        tokens->refreshExpiresAt = m_tokens.refreshExpiresAt;
    }
    if (!tokens)
        qCInfo(log) << "refresh failed:" << tokens.error().code << tokens.error().detail;
    m_answering.answerLater(this, tokens);
}

bool endsSession(const Error &error)
{
    return isOwnRefusal(error) || isOneOf(error, {"invalid_grant", "bad_refresh_token"});
}

bool isOwnRefusal(const Error &error)
{
    return error.kind == Error::Kind::Denied && error.code == errorcode::idTokenRefused;
}

bool needsPerson(const Error &error)
{
    return isOneOf(error, {"interaction_required", "login_required", "consent_required", "account_selection_required",
                           "unmet_authentication_requirements", "insufficient_user_authentication", "mfa_required", "access_not_given"});
}

bool isUnexplained(const Error &error)
{
    if (error.kind != Error::Kind::Denied)
        return error.kind == Error::Kind::Malformed && error.code == errorcode::noToken;
    if (isOneOf(error, {"slow_down", "renewal_pending", "application_suspended"}))
        return false;
    const bool isProtocolError = errorcode::isProtocolError(error) && !errorcode::isAboutClient(error);
    return isProtocolError || isOneOf(error, {"request_refused", "client_refused"});
}

bool isUnspent(const Error &error)
{
    if (error.kind == Error::Kind::Denied)
        return !isOwnRefusal(error);
    static const QStringList codes{QStringLiteral("host_not_found"), QStringLiteral("connection_refused"), QStringLiteral("tls"),
                                   QStringLiteral("limit_reached")};
    return error.kind == Error::Kind::Unreachable && (codes.contains(error.code) || error.code.startsWith(QLatin1String("proxy_")));
}

bool isStatusAlone(const Error &error)
{
    return error.kind == Error::Kind::Denied && !errorcode::isProtocolError(error) && !isUnexplained(error);
}

} // namespace oauth

#include "moc_refresh.cpp"
