// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/account.h"
#include "session/signin.h"

#include <optional>

/// What a sign-in is for, and whether it got there.
struct SignInPurpose
{
    /// How a sign-in ended that had a purpose.
    enum class Outcome {
        Reached,
        SomebodyElse, ///< Another account of the same provider has signed in.
        ScopesMissing, ///< The server granted less than was asked for.
        AnotherProvider, ///< The person has turned to another server meanwhile.
    };

    /// To sign in to another account beside those that are signed in.
    static SignInPurpose toAddAccount();

    /// To sign in to the same account again, and be granted these scopes in addition.
    static SignInPurpose toBeGranted(const QStringList &scopes, const Account &account);

    /// To sign in again to the account whose session has ended.
    static SignInPurpose toSignInAgain(const AccountRecord &account);

    /// The same purpose after somebody else has signed in: the server's page asks for the account.
    SignInPurpose withChoice() const;

    /// True if the person has declined, here or at the server, and the account goes on as it is. `error` is that of the attempt;
    /// nothing: it was canceled.
    bool isGivenUp(const std::optional<Error> &error) const;

    /// Compares the account that has signed in and the scopes that it was granted with what was asked for.
    Outcome outcome(const AccountRecord &signedIn, const QStringList &granted) const;

    SignInRequest request;
    std::optional<AccountRecord> account; ///< The account to sign in to; nothing: any.
    QStringList scopes; ///< To be granted in addition.
    std::optional<SignInWay> usedWay; ///< How the account has signed in; nothing if it is not known.
    QStringList knownKeys; ///< Of the accounts that were signed in before.
    bool isAttemptSeen = false; ///< An attempt has begun.
    bool keepsAccount = false; ///< The account stays signed in meanwhile, and if the person gives up.
};
