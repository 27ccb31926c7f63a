// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminal.h"

#include "cli/output.h"
#include "cli/tokeninput.h"
#include "cli/words.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace cli {

namespace {

void end(const QString &output, const QString &error, ExitCode code)
{
    write(output);
    if (!error.isEmpty())
        complain(error);
    QCoreApplication::exit(code);
}

void endWithSentence(const QString &sentence, ExitCode code)
{
    QCoreApplication::exit(print(sentence + QLatin1Char('\n'), code));
}

void tellOnStandardError(const QString &text)
{
    print(text + QLatin1Char('\n'), Failed);
}

Result<QString> tokenFromStandardInput()
{
    const HiddenInput hidden;
    if (hidden.isTerminal())
        tellOnStandardError(QCoreApplication::translate("cli", "Paste the token and press Enter; it is not shown:"));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("missing_token")};
    return readToken(input, hidden.isTerminal() ? Writer::Person : Writer::Program);
}

/// Unbuffered, as a caller may keep its pipe open when it has written all.
Result<GitMessage> messageFromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return GitMessage();
    return GitMessage::read(input);
}

} // namespace

Terminal::Terminal(const Options &options, const ProviderCatalog &catalog, const AccountRegistry &registry,
                   const OwnRegistrations &registrations, Session &session, const std::optional<AccountRecord> &account,
                   bool prefersCode)
    : m_options(options),
      m_prefersCode(prefersCode),
      m_session(session),
      m_signOut(session, account),
      m_signOutEverywhere(catalog, registry, registrations, session),
      m_printToken(session, account),
      m_signIn(session, &tellOnStandardError),
      m_browser(&tellOnStandardError),
      m_gitCredential(catalog, registry, registrations, session)
{}

void Terminal::readInput()
{
    if (m_options.command == Options::Command::GitCredential)
        m_gitMessage = messageFromStandardInput();
    else if (m_options.command == Options::Command::SignIn && method() == Options::Method::Token)
        m_token = tokenFromStandardInput();
}

void Terminal::interrupt()
{
    if (m_session.isStoring())
        return;
    complain(QCoreApplication::translate("cli", "Interrupted."));
    QCoreApplication::exit(Failed);
}

void Terminal::start()
{
    switch (m_options.command) {
    case Options::Command::SignOut:
        return m_options.isEverywhere ? m_signOutEverywhere.start(&endWithSentence) : m_signOut.start(&endWithSentence);
    case Options::Command::Token:
        return m_printToken.start([](const QString &token, const QString &error, ExitCode code) {
            end(token.isEmpty() ? token : token + QLatin1Char('\n'), error, code);
        });
    case Options::Command::SignIn: return signIn();
    case Options::Command::GitCredential:
        return m_gitCredential.start(m_options.gitOperation, m_gitMessage, &end);
    case Options::Command::OpenWindow:
    case Options::Command::Status:
    case Options::Command::Diagnose:
    case Options::Command::SystemProxies: break; // They work without a session of the terminal.
    }
}

void Terminal::signIn()
{
    SignInRequest request{ByUserAgent{&m_browser}};
    if (method() == Options::Method::Device) {
        request.method = ByDeviceCode();
    } else if (method() == Options::Method::Token) {
        if (!m_token)
            return end({}, signInError(m_token.error(), m_session.provider()), Failed);
        request.method = ByToken{*m_token};
    }
    m_signIn.start(request, [](const QString &sentence, ExitCode code) {
        code == Done ? end(sentence + QLatin1Char('\n'), {}, code) : end({}, sentence, code);
    });
}

/// The way that works on this machine where none was asked for.
Options::Method Terminal::method() const
{
    if (m_options.method != Options::Method::Any)
        return m_options.method;
    const Provider &provider = m_session.provider();
    const bool isCodeBetter = m_prefersCode || !provider.canUsePages();
    return isCodeBetter && provider.canUseCodes() ? Options::Method::Device : Options::Method::Browser;
}

} // namespace cli
