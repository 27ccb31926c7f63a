// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/endingprocess.h"
#include "result/answering.h"

#include <QTimer>

#include <chrono>

/// One run of GitHub CLI: without a shell, without input, with an environment made from scratch, and with a time limit.
/// The program ends with this object.
class CliRun : public QObject
{
    Q_OBJECT

public:
    CliRun(const QString &program, const QStringList &arguments, QObject *parent);

    /// Answers with its standard output once, and deletes this object. Errors are those of GitHubCli.
    void start(std::chrono::milliseconds patience, QObject *context, Receiver<QByteArray> receiver);

private:
    void readOutput();
    void readEnd(int exitCode, QProcess::ExitStatus status);
    void end(const Result<QByteArray> &result);

    processes::EndingProcess m_process;
    QTimer m_patience;
    QByteArray m_output;
    Answering<QByteArray> m_answering;
};

/// What GitHub CLI gets of our environment. Nothing of ours that would make it load other libraries, and no token: the one in
/// its answer must come from the sign-in that it has stored.
QProcessEnvironment cliEnvironment(const QProcessEnvironment &ours);
