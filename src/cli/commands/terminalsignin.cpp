// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/terminalsignin.h"

#include "browser/openpage.h"
#include "cli/commands/translate.h"
#include "cli/commands/words.h"

namespace cli {

void PrintedUserAgent::show(const QUrl &authorizationRequest)
{
    m_tell(cli::tr("Your browser opens. If it does not, open this link on this computer:\n\n%1\n")
               .arg(authorizationRequest.toString(QUrl::FullyEncoded)));
    openPage(authorizationRequest, this, [] {}); // The link has been printed already.
}

TerminalSignIn::TerminalSignIn(Session &session, Teller tell, const SignInRequest &request)
    : m_session(session), m_tell(std::move(tell)), m_browser(m_tell), m_request(request)
{
    if (isByPage(request.way) && !request.userAgent)
        m_request.userAgent = &m_browser;
}

void TerminalSignIn::start()
{
    const Provider &provider = m_session.provider();
    if (!provider.hasClientId() && m_request.way != SignInWay::Token)
        return finishLater({.err = notRegistered(provider), .code = Failed});
    if (!provider.ignoredKeys.isEmpty())
        m_tell(ignoredKeys(provider));
    connect(&m_session, &Session::signInProgressed, this, &TerminalSignIn::tellCode);
    connect(&m_session, &Session::signInProgressed, this, &TerminalSignIn::tellRedirectError);
    connect(&m_session, &Session::stateChanged, this, &TerminalSignIn::readState);
    m_session.signIn(m_request);
}

void TerminalSignIn::tellCode()
{
    const SignIn *attempt = m_session.signInAttempt();
    const auto authorization = attempt ? attempt->deviceAuthorization() : std::nullopt;
    if (!authorization || m_isCodeTold)
        return;
    m_isCodeTold = true;
    m_tell(deviceInstructions(*authorization));
}

void TerminalSignIn::tellRedirectError()
{
    const SignIn *attempt = m_session.signInAttempt();
    if (!attempt || !attempt->redirectError() || m_isRedirectErrorTold)
        return;
    m_isRedirectErrorTold = true;
    m_tell(signInError(*attempt->redirectError(), m_session.provider()));
}

void TerminalSignIn::readState()
{
    if (m_session.state() == Session::State::SignedOut) {
        const Error error = m_session.error().value_or(Error{Error::Kind::Canceled, {}});
        return end({.err = signInError(error, m_session.provider()), .code = Failed});
    }
    if (m_session.state() != Session::State::SignedIn)
        return;
    const auto error = m_session.account()->storageError();
    if (!error)
        return end({.out = signedIn(*m_session.account()) + QLatin1Char('\n')});
    m_session.disconnect(this);
    m_session.revokeUnstored();
    end({.err = signInError(*error, m_session.provider()), .code = Failed});
}

void TerminalSignIn::end(const Outcome &outcome)
{
    m_session.disconnect(this);
    finish(outcome);
}

} // namespace cli

#include "moc_terminalsignin.cpp"
