// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/outcome.h"
#include "session/signinway.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace cli {

/// What the person asks for on the command line.
struct Options
{
    enum class Command { OpenWindow, Status, SignOut, SignIn, Token, GitCredential, Diagnose, SystemProxies };

    Command command = Command::OpenWindow;
    std::optional<SignInWay> way; ///< Of --method; nothing: the best one.
    QString provider; ///< An id or the path of a file; empty: the one signed in to last, or GitHub.
    QString gitOperation; ///< With GitCredential: "get", "store", "erase", or what newer versions of Git ask for.
    QStringList proxyUrls; ///< With SystemProxies, which only this program itself uses; see diagnosis/proxylookup.h.
    QString account; ///< A login or an id; empty: the account that was shown last.
    bool isEverywhere = false; ///< With SignOut: all accounts.
    bool isDemo = false;
    bool isTemporary = false; ///< With the demo: nothing of it is kept.
    bool asJson = false;

    /// True for commands that also finish sign-ins and sign-outs that were interrupted.
    bool changesSignIns() const { return command == Command::SignIn || command == Command::SignOut; }
};

/// Reads the command line, with the program's name as its first argument. An outcome if that is all there is to do: help,
/// the version, or WrongUsage with a sentence on what would be right.
std::variant<Options, Outcome> readArguments(const QStringList &arguments);

} // namespace cli
