// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QObject>

#include <chrono>

/// GitHub CLI (`gh`) on this computer, whose sign-in a person can use here too. It is always asked in another process: its
/// files say little, since it keeps tokens in a keychain.
///
/// Errors of both questions: Denied "no_cli_sign_in" if it has no sign-in at the host, or none that it gives away;
/// Unreachable "cli_timed_out"; Malformed "cli_answer" for an answer that is no login or token; Denied "cli_not_started".
class GitHubCli
{
public:
    /// `program` is its path; empty if there is none. It must answer within `patience`, and is ended otherwise.
    explicit GitHubCli(const QString &program, std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// The program in PATH, if there is one.
    static GitHubCli ofThisComputer();

    bool isInstalled() const { return !m_program.isEmpty(); }

    /// Answers with the login of its sign-in at this host. Needs no network and no keychain.
    void findLogin(const QString &host, QObject *context, const Receiver<QString> &receiver) const;

    /// Answers with its token for this host. May open the prompt of a keychain: only for a person who has asked for it.
    void readToken(const QString &host, QObject *context, const Receiver<QString> &receiver) const;

private:
    void run(const QStringList &arguments, QObject *context, const Receiver<QByteArray> &receiver) const;

    QString m_program;
    std::chrono::milliseconds m_patience;
};
