// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "githubcli/clirun.h"

namespace {

/// A token and its line end are much shorter.
constexpr qsizetype longestOutput = 4096;

constexpr const char *keptVariables[] = {"HOME", "PATH", "LANG", "USER", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
                                         "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GH_CONFIG_DIR",
                                         "APPDATA", "LOCALAPPDATA", "USERPROFILE", "SystemRoot"};

/// No questions, no look for a newer version, no colors.
constexpr const char *setVariables[] = {"GH_PROMPT_DISABLED", "GH_NO_UPDATE_NOTIFIER", "NO_COLOR"};

} // namespace

QProcessEnvironment cliEnvironment(const QProcessEnvironment &ours)
{
    QProcessEnvironment environment;
    for (const char *name : keptVariables) {
        const QString variable = QString::fromLatin1(name);
        if (ours.contains(variable))
            environment.insert(variable, ours.value(variable));
    }
    for (const char *name : setVariables)
        environment.insert(QString::fromLatin1(name), QStringLiteral("1"));
    return environment;
}

CliRun::CliRun(const QString &program, const QStringList &arguments, QObject *parent) : QObject(parent)
{
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    m_process.setProcessEnvironment(cliEnvironment(QProcessEnvironment::systemEnvironment()));
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_patience.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CliRun::readOutput);
    connect(&m_process, &QProcess::finished, this, &CliRun::readEnd);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(Error::denied(QStringLiteral("cli_not_started")));
    });
    connect(&m_patience, &QTimer::timeout, this, [this] { end(Error::unreachable(QStringLiteral("cli_timed_out"))); });
}

void CliRun::start(std::chrono::milliseconds patience, QObject *context, Receiver<QByteArray> receiver)
{
    m_answering = {context, std::move(receiver)};
    m_patience.start(patience);
    m_process.start();
}

void CliRun::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() > longestOutput)
        end(Error::malformed(QStringLiteral("cli_answer")));
}

void CliRun::readEnd(int exitCode, QProcess::ExitStatus status)
{
    readOutput();
    if (status == QProcess::NormalExit && exitCode == 0)
        end(m_output);
    else
        end(Error::denied(QStringLiteral("no_cli_sign_in")));
}

/// Posts the answer: the program may have failed inside start(). The output may be a token.
void CliRun::end(const Result<QByteArray> &result)
{
    m_patience.stop();
    if (!m_answering.isDue())
        return;
    m_process.disconnect(this);
    m_answering.answerLater(this, result);
    deleteLater();
}

#include "moc_clirun.cpp"
