// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminalsignin.h"

#include "cli/words.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QProcess>

namespace cli {

namespace {

/// Qt finds no browser for a program without windows, but the desktop does.
void openInBrowser(const QUrl &url)
{
    if (QDesktopServices::openUrl(url))
        return;
#ifdef Q_OS_WIN
    QProcess::startDetached(QStringLiteral("rundll32"), {QStringLiteral("url.dll,FileProtocolHandler"), url.toString(QUrl::FullyEncoded)});
#else
    QProcess::startDetached(QStringLiteral("xdg-open"), {url.toString(QUrl::FullyEncoded)});
#endif
}

} // namespace

void TerminalSignIn::start(const SignInRequest &request, Printer printer)
{
    m_printer = std::move(printer);
    if (!m_session.provider().hasClientId() && !std::holds_alternative<ByToken>(request.method)) {
        const auto tell = [this] { finish(notRegistered(m_session.provider()), Failed); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    connect(&m_session, &Session::signInProgressed, this, &TerminalSignIn::tellCode);
    connect(&m_session, &Session::stateChanged, this, &TerminalSignIn::readState);
    m_session.signIn(request);
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

void TerminalSignIn::readState()
{
    if (m_session.state() == Session::State::SignedOut) {
        const Error error = m_session.error().value_or(Error{Error::Kind::Canceled, {}});
        return finish(signInError(error, m_session.provider()), Failed);
    }
    if (m_session.state() != Session::State::SignedIn)
        return;
    const auto error = m_session.account()->storageError();
    if (!error)
        return finish(signedIn(*m_session.account()), Done);
    m_session.disconnect(this);
    m_session.giveBackUnstored();
    finish(signInError(*error, m_session.provider()), Failed);
}

void TerminalSignIn::finish(const QString &sentence, ExitCode code)
{
    m_session.disconnect(this);
    if (m_printer)
        std::exchange(m_printer, nullptr)(sentence, code);
}

void PrintedUserAgent::show(const QUrl &authorizationRequest)
{
    const QString link = authorizationRequest.toString(QUrl::FullyEncoded);
    m_tell(QCoreApplication::translate("cli", "Your browser opens. If it does not, open this link on this computer:\n\n%1\n")
               .arg(link));
    openInBrowser(authorizationRequest);
}

} // namespace cli

#include "moc_terminalsignin.cpp"
