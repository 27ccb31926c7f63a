// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/words.h"

#include "cli/translate.h"

#include <QLocale>

namespace cli {

namespace {

QString refused(const Error &error, const Provider &provider)
{
    const QString &code = error.code;
    if (code == QLatin1String("missing_token"))
        return tr("No token came on standard input. Pipe one in, or type it: latchkey sign-in --method token < FILE.");
    if (code == QLatin1String("malformed_token"))
        return tr("This is not a token: it must be one line without spaces and control characters.");
    if (code == QLatin1String("http_401") || code == QLatin1String("http_403"))
        return tr("%1 does not accept this token.").arg(provider.name);
    if (code == QLatin1String("expired_token"))
        return tr("Nobody has typed the code in time. Run the command again for a new one.");
    if (code == QLatin1String("access_denied"))
        return tr("The sign-in was declined at %1.").arg(provider.name);
    if (code == QLatin1String("device_flow_unsupported"))
        return tr("%1 gives no codes. Try --method browser.").arg(provider.name);
    if (code == QLatin1String("device_flow_disabled"))
        return tr("Codes are not enabled for Latchkey's registration at %1: enable the device flow there, or try "
                  "--method browser.").arg(provider.name);
    if (code == QLatin1String("wrong_issuer"))
        return tr("The answer came from another server than %1, so it was not taken.").arg(provider.name);
    if (code == QLatin1String("id_token"))
        return tr("%1 says who signed in by an ID token that is not right, so nobody is signed in.").arg(provider.name);
    if (code == QLatin1String("redirect_uri_mismatch"))
        return tr("%1 knows Latchkey by another redirect URI. Register http://127.0.0.1%2 there.")
            .arg(provider.name, provider.client.redirectPath);
    if (code == QLatin1String("invalid_scope"))
        return tr("%1 does not know the scope '%2'.").arg(provider.name, provider.client.scope);
    return tr("%1 refused (%2). Check the client id and secret that it knows Latchkey by.").arg(provider.name, code);
}

/// A sign-in whose tokens could not be kept.
QString notStored(const Error &error)
{
    if (isAboutSettings(error))
        return settingsError(error) + QLatin1Char(' ') + tr("Nobody is signed in.");
    if (isKeychainHung(error))
        return tr("The keychain does not answer, so nobody is signed in. Restart it and try again.");
    return tr("The keychain keeps nothing (%1), so nobody is signed in. Unlock it and try again.").arg(error.code);
}

/// What a sentence about settings at the server ends with.
QString revocationPageOf(const Provider &provider)
{
    const QUrl page = provider.revocationPage();
    return page.isEmpty() ? QString() : QLatin1Char(' ') + page.toString(QUrl::FullyEncoded);
}

} // namespace

QString signInError(const Error &error, const Provider &provider)
{
    switch (error.kind) {
    case Error::Kind::Denied: return refused(error, provider);
    case Error::Kind::Malformed:
        return tr("%1 sent an answer that Latchkey cannot read (%2).").arg(provider.name, error.code);
    case Error::Kind::Storage: return notStored(error);
    case Error::Kind::Unreachable:
        if (error.code == QLatin1String("redirect_port_in_use"))
            return tr("The port of the redirect URI is in use by another program on this computer. Close it and try again.");
        if (error.code == QLatin1String("attempt_timed_out"))
            return tr("Nobody has signed in in time. Run the command again.");
        return tr("%1 cannot be reached (%2). Try again later.").arg(provider.host(), error.code);
    case Error::Kind::Canceled:
    case Error::Kind::NoUserAgent: break;
    }
    return tr("Not signed in.");
}

QString signOutError(const Error &error, const Provider &provider)
{
    if (isAboutSettings(error))
        return settingsError(error) + QLatin1Char(' ')
            + tr("The account stays listed: sign out once more when they can be written.");
    if (error.code == QLatin1String("cache_not_removed"))
        return tr("Signed out, but cached data of the account is still in %1. Delete that folder.").arg(error.detail);
    if (isKeychainHung(error))
        return tr("Signed out, but the keychain does not answer. Its entry will be removed the next time you open Latchkey or run "
                  "'latchkey sign-in' or 'latchkey sign-out'.");
    if (error.kind == Error::Kind::Storage)
        return tr("Signed out, but the keychain keeps the entry (%1). Remove it there.").arg(error.code);
    const QString page = revocationPageOf(provider);
    if (error.code == QLatin1String("not_possible"))
        return tr("Signed out here. %1 offers no way to take the access back from here: do so in your settings there.")
                   .arg(provider.name) + page;
    if (error.code == QLatin1String("not_told"))
        return tr("Signed out here. %1 could not be reached, and Latchkey cannot remember to tell it later: take the access "
                  "back in your settings there.").arg(provider.name) + page;
    if (error.kind == Error::Kind::Unreachable)
        return tr("Signed out here. %1 could not be told (%2). Latchkey will try again the next time you open it or run 'latchkey "
                  "sign-in' or 'latchkey sign-out'.")
            .arg(provider.name, error.code);
    return tr("Signed out here, but %1 refused to take the access back (%2): do so in your settings there.")
               .arg(provider.name, error.code) + page;
}

bool isAboutSettings(const Error &error)
{
    return error.code == QLatin1String("settings_not_written") || error.code == QLatin1String("settings_busy");
}

QString settingsError(const Error &error)
{
    if (error.code == QLatin1String("settings_busy"))
        return tr("The settings in %1 are in use by another program.").arg(error.detail);
    return tr("The settings could not be written to %1. Check whether the disk is full and whether you have permission to write there.")
        .arg(error.detail);
}

bool isKeychainHung(const Error &error)
{
    return error.kind == Error::Kind::Storage && error.code == QLatin1String("timed_out");
}

bool isEntryLost(const Error &error)
{
    return error.code == QLatin1String("entry_not_found") || error.code == QLatin1String("unreadable_entry");
}

QString keychainError(const Error &error)
{
    if (isEntryLost(error))
        return tr("The keychain's entry of the account is gone or cannot be understood (%1). Run 'latchkey sign-in', or "
                  "'latchkey sign-out' to forget the account.").arg(error.code);
    if (isKeychainHung(error))
        return tr("The keychain does not answer. Restart it and try again.");
    return tr("The keychain could not be read (%1). Unlock it and try again.").arg(error.code);
}

QString forgottenWithoutTelling(const Provider &provider)
{
    return tr("Signed out here. The keychain's entry was gone, so %1 was not told: take the access back in your settings "
              "there.").arg(provider.name) + revocationPageOf(provider);
}

QString renewedButNotStored(const Error &error)
{
    const QString consequence = tr("The sign-in was renewed but not stored: you have to sign in again when this token expires.");
    return isAboutSettings(error) ? settingsError(error) + QLatin1Char(' ') + consequence
                                  : tr("The keychain did not store the new tokens (%1).").arg(error.code) + QLatin1Char(' ') + consequence;
}

QString hasEnded(const Provider &provider)
{
    return tr("The sign-in at %1 has ended. Run 'latchkey sign-in'.").arg(provider.name);
}

QString notRegistered(const Provider &provider)
{
    return tr("Latchkey is not registered at %1 yet. Open its window, which leads through that; or register it there and "
              "write { \"id\": \"%2\", \"client_id\": \"…\" } to a file in the folder latchkey/providers of your "
              "configuration folder.").arg(provider.name, provider.id);
}

QString deviceInstructions(const oauth::DeviceAuthorization &authorization)
{
    return tr("Open   %1\nand enter the code   %2\n\nIt is good until %3. Never enter a code that somebody else sent you.\nWaiting…")
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
