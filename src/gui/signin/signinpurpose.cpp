// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinpurpose.h"

#include "oauth/errorcodes.h"

#include <algorithm>

SignInPurpose SignInPurpose::toAddAccount()
{
    return SignInPurpose().withChoice();
}

SignInPurpose SignInPurpose::toBeGranted(const QStringList &scopes, const Account &account)
{
    QStringList all = account.scopes() + scopes;
    all.removeDuplicates();
    SignInPurpose purpose = toSignInAgain(account.record());
    purpose.request.scope = all.join(QLatin1Char(' '));
    purpose.scopes = scopes;
    purpose.usedWay = account.way();
    purpose.keepsAccount = true;
    return purpose;
}

SignInPurpose SignInPurpose::toSignInAgain(const AccountRecord &account)
{
    SignInPurpose purpose;
    purpose.request.loginHint = account.identity.login;
    purpose.account = account;
    return purpose;
}

SignInPurpose SignInPurpose::withChoice() const
{
    SignInPurpose purpose = *this;
    purpose.request.selectAccount = true;
    purpose.knownKeys.clear();
    purpose.keepsAccount = false; // Another one is signed in meanwhile.
    purpose.isAttemptSeen = false;
    return purpose;
}

bool SignInPurpose::isGivenUp(const std::optional<Error> &error) const
{
    return keepsAccount && isAttemptSeen && (!error || error->code == oauth::errorcode::accessDenied);
}

SignInPurpose::Outcome SignInPurpose::outcome(const AccountRecord &signedIn, const QStringList &granted) const
{
    if (!account)
        return Outcome::Reached;
    if (account->providerId != signedIn.providerId)
        return Outcome::AnotherProvider;
    if (account->key() != signedIn.key())
        return Outcome::SomebodyElse;
    // GitHub Apps have permissions instead of scopes, and report no scopes.
    const auto isMissing = [&granted](const QString &scope) { return !granted.isEmpty() && !granted.contains(scope); };
    return std::any_of(scopes.begin(), scopes.end(), isMissing) ? Outcome::ScopesMissing : Outcome::Reached;
}
