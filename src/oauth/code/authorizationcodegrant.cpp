// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/authorizationcodegrant.h"

#include "oauth/answerfields.h"
#include "oauth/errorcodes.h"
#include "oauth/log.h"
#include "oauth/openid/idtoken.h"

namespace oauth {

namespace {

http::Parameters withNonce(const http::Parameters &parameters, const QString &nonce)
{
    return parameters + http::Parameters{{QStringLiteral("nonce"), nonce}};
}

} // namespace

AuthorizationCodeGrant::AuthorizationCodeGrant(const AuthorizationServer &server, const ClientRegistration &client,
                                               const http::Parameters &extraParameters,
                                               const http::AnswerLimits &limits)
    : m_server(server),
      m_client(client),
      m_nonce(asksForIdToken(client) ? QString::fromLatin1(randomText()) : QString()),
      m_extraParameters(withNonce(extraParameters, m_nonce)),
      m_redirect(client.redirectPath),
      m_flow(server, client, client.scope, limits)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::minutes(15));
    connect(&m_patience, &QTimer::timeout, this, [this] {
        finish(RedirectOutcome::Failed, Error::unreachable(QStringLiteral("attempt_timed_out")));
    });
    connect(&m_redirect, &LoopbackRedirect::cookiesRefused, this, [this] {
        if (m_answering.isDue())
            Q_EMIT redirectRefused(Error::malformed(QStringLiteral("too_many_cookies")));
    });
    connect(&m_redirect, &LoopbackRedirect::redirected, this, &AuthorizationCodeGrant::handleRedirect);
}

AuthorizationCodeGrant::~AuthorizationCodeGrant()
{
    if (m_userAgent && m_answering.isDue())
        m_userAgent->dismiss();
}

void AuthorizationCodeGrant::start(UserAgent &userAgent, QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_userAgent = &userAgent;
    m_answering = {context, std::move(receiver)};
    if (!m_redirect.expect(m_flow.state(), m_client.redirectPort)) {
        return finish(RedirectOutcome::Failed,
                      Error::unreachable(QStringLiteral("redirect_port_in_use"),
                                         QStringLiteral("port %1").arg(m_client.redirectPort)));
    }
    connect(&userAgent, &UserAgent::canceled, this, [this] {
        finish(RedirectOutcome::Foreign, Error{Error::Kind::Canceled, QStringLiteral("canceled")});
    });
    connect(&userAgent, &UserAgent::failed, this, [this](const Error &error) {
        if (!m_isExchanging) // Its work is done then.
            finish(RedirectOutcome::Foreign, error);
    });
    m_authorizationRequest = m_flow.authorizationRequest(m_redirect.uri(), m_extraParameters);
    m_patience.start();
    m_flow.keepConnected();
    m_userAgent->show(m_authorizationRequest);
}

void AuthorizationCodeGrant::handleRedirect(const QUrlQuery &response)
{
    const auto value = [&](const char *name) { return loopback::formValue(response, QLatin1String(name)); };

    // RFC 9207 §2.4: an issuer that the response names must be the one that was asked.
    const auto issuer = value("iss");
    const bool isIssuerWrong = issuer ? !m_server.issuer.isEmpty() && *issuer != m_server.issuerText()
                                      : m_server.namesIssuerInResponse;
    if (isIssuerWrong)
        return finish(RedirectOutcome::Failed, Error::denied(errorcode::wrongIssuer));
    if (const auto error = value("error"); error && !error->isEmpty()) {
        return finish(RedirectOutcome::Denied, namedError(*error, value("error_description").value_or(QString())));
    }
    // From here on the token endpoint decides, within the time limits of its answer.
    m_isExchanging = true;
    m_patience.stop();
    Q_EMIT exchanging();
    m_flow.redeem(value("code").value_or(QString()), this, [this](const Result<TokenSet> &received) { readTokens(received); });
}

void AuthorizationCodeGrant::readTokens(const Result<TokenSet> &received)
{
    m_isExchanging = false;
    if (received)
        Q_EMIT issued(*received);
    Result<TokenSet> tokens = withSubject(received, m_server, m_client, m_nonce);
    if (!tokens)
        tokens = errorcode::withoutPerson(tokens.error());
    Q_EMIT exchanged();
    finish(tokens ? RedirectOutcome::Accepted : RedirectOutcome::Failed, tokens);
}

void AuthorizationCodeGrant::abandon()
{
    m_redirect.conclude(RedirectOutcome::Failed);
    leaveUserAgent();
}

void AuthorizationCodeGrant::leaveUserAgent()
{
    if (!m_userAgent)
        return;
    m_userAgent->disconnect(this);
    m_userAgent->dismiss();
    m_userAgent.clear();
}

void AuthorizationCodeGrant::finish(RedirectOutcome outcome, const Result<TokenSet> &result)
{
    if (!m_answering.isDue())
        return;
    if (!result)
        qCInfo(log) << "sign-in attempt ended:" << result.error().code << result.error().detail;
    m_patience.stop();
    m_redirect.conclude(outcome);
    leaveUserAgent();
    m_answering.answerLater(this, result);
}

} // namespace oauth

#include "moc_authorizationcodegrant.cpp"
