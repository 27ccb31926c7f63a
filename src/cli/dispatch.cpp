// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dispatch.h"

#include "cli/gitcredential.h"
#include "cli/output.h"
#include "cli/printtoken.h"
#include "cli/signout.h"
#include "cli/signouteverywhere.h"
#include "cli/terminalsignin.h"
#include "cli/tokeninput.h"
#include "cli/translate.h"
#include "cli/words.h"

#include <QFile>

#include <cstdio>

namespace cli {

namespace {

using Made = std::variant<std::unique_ptr<Command>, Outcome>;

Result<QString> tokenFromStandardInput()
{
    const HiddenInput hidden;
    if (hidden.isTerminal())
        tell(tr("Paste the token and press Enter; it is not shown:"));
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

/// The method that the options name, or the one that works best at this provider on this computer.
Options::Method methodFor(const Options &options, const Provider &provider, bool prefersCode)
{
    if (options.method != Options::Method::Any)
        return options.method;
    const bool isCodeBetter = prefersCode || !provider.canUsePages();
    return isCodeBetter && provider.canUseCodes() ? Options::Method::Device : Options::Method::Browser;
}

Made makeSignIn(Session &session, Options::Method method)
{
    if (method == Options::Method::Device)
        return std::make_unique<TerminalSignIn>(session, &tell, SignInRequest{ByDeviceCode()});
    if (method != Options::Method::Token)
        return std::make_unique<TerminalSignIn>(session, &tell);
    const Result<QString> token = tokenFromStandardInput();
    if (!token)
        return Outcome{.err = signInError(token.error(), session.provider()), .code = Failed};
    return std::make_unique<TerminalSignIn>(session, &tell, SignInRequest{ByToken{*token}});
}

} // namespace

Made makeCommand(const Options &options, const Context &context, bool prefersCode)
{
    switch (options.command) {
    case Options::Command::SignIn:
        return makeSignIn(context.session, methodFor(options, context.session.provider(), prefersCode));
    case Options::Command::SignOut:
        if (options.isEverywhere)
            return std::make_unique<SignOutEverywhere>(context);
        return std::make_unique<SignOut>(context);
    case Options::Command::Token: return std::make_unique<PrintToken>(context);
    case Options::Command::GitCredential:
        return std::make_unique<GitCredential>(context, options.gitOperation, messageFromStandardInput());
    case Options::Command::OpenWindow:
    case Options::Command::Status:
    case Options::Command::Diagnose:
    case Options::Command::SystemProxies: break;
    }
    Q_UNREACHABLE(); // The others work without a session.
}

} // namespace cli
