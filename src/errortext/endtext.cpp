// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/endtext.h"

#include "errortext/translate.h"

namespace errortext {

Text endText(EndReason reason, const QString &server, Surface surface)
{
    const QString signInAgain = surface == Surface::Window ? tr("Sign in again.") : tr("Run 'latchkey sign-in'.");
    switch (reason) {
    case EndReason::SignedOut: return {tr("You signed out."), signInAgain};
    case EndReason::SignedOutElsewhere:
        return {tr("You signed out of %1 in another window or terminal.").arg(server), signInAgain};
    case EndReason::Revoked: return {tr("Access was revoked on %1.").arg(server), signInAgain};
    case EndReason::Suspended:
        return {tr("Your account at %1 is suspended.").arg(server), tr("Ask its support. You can’t sign in until then.")};
    case EndReason::Expired:
    case EndReason::RefreshExpired: return {tr("Your sign-in at %1 has expired.").arg(server), signInAgain};
    case EndReason::RefreshRefused:
        return {tr("%1 did not renew your sign-in. It expired, was revoked, or was renewed elsewhere.").arg(server),
                signInAgain};
    case EndReason::RefreshUnsaved:
        return {tr("Latchkey was interrupted while renewing your sign-in at %1.").arg(server), signInAgain};
    case EndReason::RefreshLost:
        return {tr("%1 may have renewed your sign-in, but Latchkey could not use its answer.").arg(server), signInAgain};
    case EndReason::RefreshNotStored:
        return {tr("Your keychain did not store the renewed sign-in at %1.").arg(server), signInAgain};
    case EndReason::RefreshUnexplained:
        return {tr("%1 no longer renews your sign-in and gives no reason.").arg(server), signInAgain};
    case EndReason::InteractionRequired: return {tr("%1 requires a new sign-in.").arg(server), signInAgain};
    case EndReason::IdTokenRefused:
        return {tr("Latchkey refused the renewed sign-in: the ID token of %1 is not valid.").arg(server), signInAgain};
    case EndReason::EntryGone: return {tr("Your keychain no longer has your sign-in."), signInAgain};
    }
    Q_UNREACHABLE();
}

} // namespace errortext
