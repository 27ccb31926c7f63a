// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "githubcli/githubcli.h"

#include "githubcli/clirun.h"
#include "result/answering.h"

#include <QRegularExpression>
#include <QStandardPaths>

#include <optional>

namespace {

/// Logins of people have up to 39 letters; those that an enterprise manages have an underscore and a suffix more.
const QString loginPattern = QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$");

/// All kinds of tokens that GitHub has had. A word of a message is shorter.
const QString tokenPattern = QStringLiteral("^[A-Za-z0-9_.~+/=-]{20,255}$");

/// The only line of an answer; nothing if it has several, or none.
std::optional<QString> onlyLine(QByteArray answer)
{
    if (answer.endsWith('\n'))
        answer.chop(1);
    if (answer.endsWith('\r'))
        answer.chop(1);
    if (answer.isEmpty() || answer.contains('\n') || answer.contains('\r') || answer.contains('\0'))
        return std::nullopt;
    return QString::fromLatin1(answer);
}

Receiver<QByteArray> readingLine(const QString &pattern, const Receiver<QString> &receiver)
{
    return [pattern, receiver](const Result<QByteArray> &answer) {
        if (!answer)
            return receiver(answer.error());
        const auto line = onlyLine(*answer);
        if (!line || !QRegularExpression(pattern, QRegularExpression::DontCaptureOption).match(*line).hasMatch())
            return receiver(Error::malformed(QStringLiteral("cli_answer")));
        receiver(*line);
    };
}

} // namespace

GitHubCli::GitHubCli(const QString &program, std::chrono::milliseconds patience) : m_program(program), m_patience(patience) {}

GitHubCli GitHubCli::ofThisComputer()
{
    return GitHubCli(QStandardPaths::findExecutable(QStringLiteral("gh")));
}

void GitHubCli::findLogin(const QString &host, QObject *context, const Receiver<QString> &receiver) const
{
    run({QStringLiteral("config"), QStringLiteral("get"), QStringLiteral("user"), QStringLiteral("-h"), host}, context,
        readingLine(loginPattern, receiver));
}

void GitHubCli::readToken(const QString &host, QObject *context, const Receiver<QString> &receiver) const
{
    run({QStringLiteral("auth"), QStringLiteral("token"), QStringLiteral("--hostname"), host}, context,
        readingLine(tokenPattern, receiver));
}

void GitHubCli::run(const QStringList &arguments, QObject *context, const Receiver<QByteArray> &receiver) const
{
    if (!isInstalled())
        return answerLater(context, receiver, Error::denied(QStringLiteral("cli_not_started")));
    auto *run = new CliRun(m_program, arguments, context);
    run->start(m_patience, context, receiver);
}
