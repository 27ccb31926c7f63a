// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/account.h"
#include "session/signin.h"

#include <optional>

/// What a sign-in is to lead to, and what has come of it.
struct SignInPurpose
{
    enum class Outcome { Reached, SomebodyElse, ScopesMissing, AnotherProvider };

    /// Another account beside those that are signed in.
    static SignInPurpose toAddAccount();

    /// The same account again, with these scopes beside what it has.
    static SignInPurpose toBeGranted(const QStringList &scopes, const Account &account);

    /// The account whose session has ended.
    static SignInPurpose toSignInAgain(const AccountRecord &account);

    /// The same, after somebody else has signed in: the person is to choose whom.
    SignInPurpose withChoice() const;

    /// The person has said no to more scopes, here or at the server: there is nothing to try again.
    bool isGivenUp(const std::optional<Error> &error) const;

    /// Somebody else may have signed in than was to, and less may have been granted.
    Outcome outcome(const Account &account) const;

    SignInRequest request;
    std::optional<AccountRecord> account; ///< Who is to sign in; nothing: anybody.
    QStringList scopes; ///< What is to be granted beyond what is granted already.
    QStringList knownKeys; ///< Who was signed in before.
    bool isAttemptSeen = false; ///< An attempt has begun.
};
