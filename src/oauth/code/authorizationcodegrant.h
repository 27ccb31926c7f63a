// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/codeflow.h"
#include "oauth/code/loopbackredirect.h"
#include "oauth/tokenset.h"
#include "oauth/useragent.h"
#include "result/answering.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

namespace oauth {

/// One attempt to obtain tokens by the authorization code grant (RFC 6749 §4.1) with PKCE, in a native application
/// (RFC 8252). Deleting it abandons the attempt and closes the port.
class AuthorizationCodeGrant : public QObject
{
    Q_OBJECT

public:
    AuthorizationCodeGrant(const AuthorizationServer &server, const ClientRegistration &client,
                           const http::Parameters &extraParameters = {}, const http::AnswerLimits &limits = {});
    ~AuthorizationCodeGrant() override;

    /// Takes the person to the server and answers when the attempt is over. Canceled: the person closed the page.
    /// Denied: the server's error code, "wrong_issuer" or "id_token". Unreachable: as for namedError(), and
    /// "redirect_port_in_use" if the registration fixes a port that is taken, "attempt_timed_out" if nobody came back.
    /// NoUserAgent: the page could not be shown, or not until the code came. Errors of the exchange are those of
    /// CodeFlow::redeem(). Anything else that arrives at the redirect URI leaves the attempt open.
    void start(UserAgent &userAgent, QObject *context, Receiver<TokenSet> receiver);

    /// The authorization request, for another browser. Valid while the attempt is open.
    QUrl authorizationRequest() const { return m_authorizationRequest; }

    /// True while the code is being exchanged for tokens, also after abandon().
    bool isExchanging() const { return m_isExchanging; }

    /// Ends the attempt for the person and closes their page. An exchange under way continues until exchanged().
    void abandon();

    /// How long the person may take. The default is 15 minutes.
    void setPatience(std::chrono::milliseconds patience) { m_patience.setInterval(patience); }

Q_SIGNALS:
    /// Malformed "too_many_cookies": an answer has come that cannot be read. The attempt stays open.
    void redirectRefused(const Error &error);

    /// The person has consented, and the code is being exchanged.
    void exchanging();

    /// The server has issued these tokens, which may still be refused here. Emitted after abandon() as well.
    void issued(const oauth::TokenSet &tokens);

    /// The exchange has ended, with or without tokens.
    void exchanged();

private:
    void leaveUserAgent();
    void handleRedirect(const QUrlQuery &response);
    void readTokens(const Result<TokenSet> &received);
    void finish(RedirectOutcome outcome, const Result<TokenSet> &result);

    const AuthorizationServer m_server;
    const ClientRegistration m_client;
    /// Ties the ID token to this attempt (OpenID Connect Core §3.1.2.1); empty if none is expected.
    const QString m_nonce;
    const http::Parameters m_extraParameters;
    LoopbackRedirect m_redirect;
    CodeFlow m_flow;
    QTimer m_patience;
    QPointer<UserAgent> m_userAgent;
    Answering<TokenSet> m_answering;
    QUrl m_authorizationRequest;
    bool m_isExchanging = false;
};

} // namespace oauth
