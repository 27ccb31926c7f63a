// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinaim.h"

SignInAim SignInAim::toAddAccount()
{
    return SignInAim().withChoice();
}

SignInAim SignInAim::toBeGranted(const QStringList &scopes, const Account &account)
{
    QStringList all = account.scopes() + scopes;
    all.removeDuplicates();
    SignInAim aim = toSignInAgain(account.record());
    aim.wish.scope = all.join(QLatin1Char(' '));
    aim.scopes = scopes;
    return aim;
}

SignInAim SignInAim::toSignInAgain(const AccountRecord &account)
{
    SignInAim aim;
    aim.wish.loginHint = account.identity.login;
    aim.account = account;
    return aim;
}

SignInAim SignInAim::withChoice() const
{
    SignInAim aim = *this;
    aim.wish.selectAccount = true;
    aim.knownKeys.clear();
    aim.isAttemptSeen = false;
    return aim;
}

bool SignInAim::isGivenUp(const std::optional<Error> &trouble) const
{
    return !scopes.isEmpty() && isAttemptSeen && (!trouble || trouble->code == QLatin1String("access_denied"));
}

SignInAim::Outcome SignInAim::outcome(const Account &signedIn) const
{
    // Who has turned to another host wants something else by now.
    if (!account || account->providerId != signedIn.provider().id)
        return Outcome::AnotherProvider;
    if (account->key() != signedIn.record().key())
        return Outcome::SomebodyElse;
    // GitHub Apps have permissions in place of scopes, and tell of none.
    const bool isMissing = !signedIn.missingScopes(scopes).isEmpty() && !signedIn.scopes().isEmpty();
    return isMissing ? Outcome::ScopesMissing : Outcome::Reached;
}
