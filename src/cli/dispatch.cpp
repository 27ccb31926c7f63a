// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/dispatch.h"

#include "cli/commands/gitcredential.h"
#include "cli/commands/printtoken.h"
#include "cli/commands/signout.h"
#include "cli/commands/signouteverywhere.h"
#include "cli/commands/terminalsignin.h"
#include "cli/commands/translate.h"
#include "cli/commands/words.h"
#include "cli/hiddenprompt.h"
#include "cli/output.h"
#include "cli/tokeninput.h"

#include <QBuffer>
#include <QFile>

#include <cstdio>

namespace cli {

namespace {

/// Fails because of its input. A command all the same: starting one also finishes what earlier ones have left.
class Failure : public Command
{
public:
    explicit Failure(const QString &sentence) : m_sentence(sentence) {}

private:
    void start() override { finishLater({.err = m_sentence, .code = Failed}); }

    const QString m_sentence;
};

Result<QString> tokenFromStandardInput()
{
    if (isInputTerminal()) {
        QByteArray line = readHiddenLine([] { tell(tr("Paste the token and press Enter; it is not shown:")); });
        QBuffer input(&line);
        input.open(QIODevice::ReadOnly);
        return readToken(input, Writer::Person);
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("missing_token")};
    return readToken(input, Writer::Program);
}

/// Unbuffered, as a caller may keep its pipe open when it has written all.
Result<GitMessage> messageFromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered))
        return GitMessage();
    return GitMessage::read(input);
}

/// If no way works, the browser is tried: its error says what is missing.
std::unique_ptr<Command> makeSignIn(Session &session, const std::optional<SignInWay> &wanted, const Machine &machine)
{
    const SignInWay best = bestWay(session.provider(), machine).value_or(SignInWay::Browser);
    SignInRequest request{.way = wanted.value_or(best)};
    if (request.way == SignInWay::Token) {
        const Result<QString> token = tokenFromStandardInput();
        if (!token)
            return std::make_unique<Failure>(signInError(token.error(), session.provider()));
        request.token = *token;
    }
    return std::make_unique<TerminalSignIn>(session, &tell, request);
}

} // namespace

std::unique_ptr<Command> makeCommand(const Options &options, const Context &context, const Machine &machine)
{
    switch (options.command) {
    case Options::Command::SignIn: return makeSignIn(context.session, options.way, machine);
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
