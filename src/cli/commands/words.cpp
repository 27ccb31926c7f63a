// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/words.h"

#include "cli/commands/translate.h"
#include "errortext/endtext.h"
#include "errortext/signouttext.h"
#include "result/printabletext.h"
#include "session/keychain/errorcodes.h"

#include <QLocale>

namespace cli {

using errortext::Surface;

namespace {

/// The page that helps, which a window offers as a button.
QString linkTo(const QUrl &page)
{
    return page.isEmpty() ? QString() : QLatin1Char(' ') + page.toString(QUrl::FullyEncoded);
}

} // namespace

QString errorText(const Error &error, const Provider &provider)
{
    return textOf(error, provider, Surface::Terminal).toString() + linkTo(error.page);
}

QString signInError(const Error &error, const Provider &provider)
{
    const errortext::Text text = textOf(error, provider, Surface::Terminal);
    return error.kind == Error::Kind::Storage ? tr("%1 You are not signed in. %2").arg(text.happened, text.advice)
                                              : text.toString() + linkTo(error.page);
}

QString signOutError(const Error &error, const Provider &provider)
{
    return errortext::signOutText(error, provider, Surface::Terminal);
}

bool isKeychainHung(const Error &error)
{
    return error.kind == Error::Kind::Storage && error.code == keychain::timedOut;
}

QString forgottenWithoutTelling(const Provider &provider)
{
    return tr("You have signed out here. The keychain’s entry was gone, so %1 was not told. Revoke access in your settings on %1.")
               .arg(provider.name) + errortext::revocationLink(provider, Surface::Terminal);
}

QString renewedButNotStored(const Error &error)
{
    return tr("%1 The renewed sign-in was not stored. Sign in again when this token expires.")
        .arg(textOf(error, errortext::Subject(), Surface::Terminal).toString());
}

QString noAnswerForGit(const Error &error, const Provider &provider)
{
    return tr("Git gets no answer. %1").arg(errorText(error, provider));
}

QString hasEnded(const Session &session)
{
    if (const auto end = session.lastEnd())
        return errortext::endText(end->reason, end->server, Surface::Terminal).toString();
    return errorText({Error::Kind::Denied, QStringLiteral("not_refreshable")}, session.provider());
}

QString nobodySignedInAt(const Provider &provider)
{
    return tr("Nobody is signed in at %1. Run 'latchkey sign-in'.").arg(provider.name);
}

QString notRegistered(const Provider &provider)
{
    return tr("Latchkey is not registered at %1 yet. Open its window, which leads you through that.\nOr register it yourself. "
              "Then write this to a file in latchkey/providers of your configuration folder:\n%2")
        .arg(provider.name, QStringLiteral("{ \"id\": \"%1\", \"client_id\": \"…\" }").arg(provider.id));
}

QString ignoredKeys(const Provider &provider)
{
    return tr("The provider file of %1 has keys that Latchkey ignores: %2.")
        .arg(provider.name, printableText(provider.ignoredKeys.join(QStringLiteral(", "))));
}

QString deviceInstructions(const oauth::DeviceAuthorization &authorization)
{
    return tr("Open   %1\nand enter the code   %2\n\nIt expires at %3. Never enter a code that somebody else sent you.\nWaiting…")
        .arg(authorization.verificationUri.toString(QUrl::FullyEncoded), authorization.userCode,
             QLocale().toString(authorization.expiresAt.toLocalTime().time(), QLocale::ShortFormat));
}

QString signedIn(const Account &account)
{
    const QStringList scopes = account.scopes();
    return tr("Signed in to %1 (%2) as %3. Scopes: %4.")
        .arg(account.provider().name, account.provider().host(), account.identity().login,
             scopes.isEmpty() ? tr("not told") : scopes.join(QStringLiteral(", ")));
}

} // namespace cli
