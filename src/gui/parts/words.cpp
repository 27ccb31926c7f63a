// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/words.h"

#include "gui/parts/translate.h"

#include <QLocale>

namespace words {

namespace {

QString rateLimited(const Error &error, const Provider &provider)
{
    const QString pause = tr("%1 has been asked a lot in a short time and wants a pause.").arg(provider.name);
    const qint64 minutes = (error.retryAfter.count() + 59) / 60;
    if (minutes < 1)
        return pause + QLatin1Char(' ') + tr("What you see is from before.");
    const QString until = QLocale().toString(QDateTime::currentDateTime().addSecs(error.retryAfter.count()).time(),
                                             QLocale::ShortFormat);
    return pause + QLatin1Char(' ') + tr("Latchkey asks it again after %1; what you see is from before.").arg(until);
}

QString unreachable(const Error &error, const Provider &provider)
{
    if (error.code == QLatin1String("host_not_found"))
        return tr("%1 was not found. Check whether this computer is online.").arg(provider.host());
    if (error.code == QLatin1String("tls"))
        return tr("No secure connection to %1 could be made. A network that inspects traffic, or a wrong clock, can be "
                  "the cause.").arg(provider.host());
    if (error.code == QLatin1String("proxy"))
        return tr("The proxy of this network did not let Latchkey through.");
    if (error.code == QLatin1String("rate_limited"))
        return rateLimited(error, provider);
    if (error.code == QLatin1String("timed_out"))
        return tr("%1 took too long to answer.").arg(provider.name);
    if (error.code.startsWith(QLatin1String("http_")))
        return tr("%1 cannot answer just now (%2).").arg(provider.name, error.code.mid(5));
    return tr("%1 cannot be reached.").arg(provider.name);
}

QString denied(const Error &error, const Provider &provider)
{
    if (error.code == QLatin1String("access_denied"))
        return tr("The sign-in was declined at %1. Nothing was given to Latchkey.").arg(provider.name);
    if (error.code == QLatin1String("wrong_issuer"))
        return tr("The answer did not come from %1, so it was not used.").arg(provider.name);
    if (isAboutRegistration(error))
        return tr("%1 does not accept Latchkey's client id or secret.").arg(provider.name);
    if (error.code == QLatin1String("malformed_token"))
        return tr("This is not a token: it must be one line without spaces.");
    if (error.code == QLatin1String("sso_required"))
        return tr("An organization at %1 wants you to sign in to it (single sign-on) before Latchkey may see this.").arg(provider.name);
    if (error.code == QLatin1String("http_401") || error.code == QLatin1String("http_403"))
        return tr("%1 does not accept this token.").arg(provider.name);
    if (error.code == QLatin1String("expired_token"))
        return tr("The code has run out.");
    if (error.code == QLatin1String("device_flow_unsupported"))
        return tr("%1 gives no codes for signing in. Use another way.").arg(provider.name);
    if (error.code == QLatin1String("device_flow_disabled"))
        return tr("Codes are not enabled for Latchkey at %1. Tick «Enable Device Flow» at its registration there, or use "
                  "another way.").arg(provider.name);
    if (error.code == QLatin1String("redirect_uri_mismatch"))
        return tr("%1 does not accept Latchkey's redirect URI. Register http://127.0.0.1%2 there.")
            .arg(provider.name, provider.client.redirectPath);
    if (error.code == QLatin1String("invalid_scope"))
        return tr("%1 does not know a scope that was asked for. Check the provider file.").arg(provider.name);
    const QString reason = error.detail.isEmpty() ? error.code : tr("%1: %2").arg(error.code, error.detail);
    return tr("%1 refused (%2).").arg(provider.name, reason);
}

QString keychain(const Error &error)
{
    if (error.code == QLatin1String("entry_not_found"))
        return tr("Your keychain no longer has the key of your last sign-in.");
    if (error.code == QLatin1String("locked"))
        return tr("Your keychain is locked.");
    if (error.code == QLatin1String("access_denied"))
        return tr("Your keychain did not let Latchkey in.");
    if (error.code == QLatin1String("timed_out"))
        return tr("Your keychain does not answer.");
    if (error.code == QLatin1String("busy"))
        return tr("Another process of Latchkey is changing this account.");
    if (error.code == QLatin1String("settings_not_written") || error.code == QLatin1String("settings_busy"))
        return tr("Latchkey's settings could not be written to %1. The disk may be full, or you may not have permission to write there.")
            .arg(error.detail);
    if (error.code == QLatin1String("cache_not_removed"))
        return tr("Cached data of the account is still in %1. Please delete that folder.").arg(error.detail);
    if (error.code == QLatin1String("unreadable_entry"))
        return tr("What the keychain has of your last sign-in cannot be read.");
    if (error.code == QLatin1String("newer_entry"))
        return tr("Your last sign-in was kept by a newer version of Latchkey.");
    if (error.code == QLatin1String("not_removed"))
        return tr("Your keychain still has the key of the sign-in.");
    return tr("There is no keychain that can be used on this computer.");
}

} // namespace

QString signInError(const Error &error, const Provider &provider)
{
    switch (error.kind) {
    case Error::Kind::Canceled: return {};
    case Error::Kind::NoUserAgent: return userAgentError(error);
    case Error::Kind::Storage:
        return keychain(error) + QLatin1Char(' ')
            + (isCuredByUnlocking(error) ? tr("Unlock it and try again, or sign in anew.") : tr("Please sign in again."));
    case Error::Kind::Denied: return denied(error, provider) + QLatin1Char(' ') + tr("You can try again.");
    case Error::Kind::Malformed:
        return tr("%1 sent an answer that Latchkey cannot read (%2). You can try again.")
            .arg(provider.name, error.code);
    case Error::Kind::Unreachable: break;
    }
    if (error.code == QLatin1String("redirect_port_in_use"))
        return tr("Another program uses the port that %1 sends its answer to (%2). Close it, and try again.")
            .arg(provider.name).arg(provider.client.redirectPort);
    if (error.code == QLatin1String("attempt_timed_out"))
        return tr("Nobody came back from %1, so the attempt was closed. You can try again.").arg(provider.name);
    return unreachable(error, provider) + QLatin1Char(' ') + tr("You can try again.");
}

QString resourceError(const Error &error, const Provider &provider)
{
    switch (error.kind) {
    case Error::Kind::Unreachable: return unreachable(error, provider);
    case Error::Kind::Denied: return denied(error, provider);
    default: return tr("%1 sent an answer that Latchkey cannot read (%2).").arg(provider.name, error.code);
    }
}

QString organizationsLeftOut(int count, const Provider &provider)
{
    return count == 1
        ? tr("One organization at %1 is left out: it wants you to sign in to it (single sign-on) first.").arg(provider.name)
        : tr("%2 organizations at %1 are left out: they want you to sign in to them (single sign-on) first.")
              .arg(provider.name, QLocale().toString(count));
}

QString userAgentError(const Error &error)
{
    if (error.code == QLatin1String("no_browser"))
        return tr("Your browser could not be opened. Copy the link instead, and paste it into a browser.");
    if (error.code == QLatin1String("missing"))
        return tr("Signing in here is not installed. Use your browser.");
    if (error.code == QLatin1String("root_without_sandbox"))
        return tr("Signing in here is not safe for the administrator (root). Use your browser.");
    if (error.code == QLatin1String("no_user_namespaces"))
        return tr("Signing in here is not safe on this system, which has no user namespaces. Use your browser.");
    return tr("The sign-in page has stopped working. Use your browser.");
}

bool isCuredByUnlocking(const Error &error)
{
    static const QStringList codes{QStringLiteral("locked"), QStringLiteral("access_denied"), QStringLiteral("timed_out")};
    return error.kind == Error::Kind::Storage && codes.contains(error.code);
}

QString storageError(const Error &error)
{
    return keychain(error) + QLatin1Char(' ') + tr("You stay signed in until you quit Latchkey.");
}

QString signOutError(const Error &error, const Provider &provider)
{
    if (error.kind == Error::Kind::Storage)
        return tr("You have signed out.") + QLatin1Char(' ') + keychain(error);
    if (error.code == QLatin1String("not_possible"))
        return tr("You have signed out here. %1 offers Latchkey no way to take its access back; you can do so in your "
                  "settings there.").arg(provider.name);
    if (error.code == QLatin1String("not_told"))
        return tr("You have signed out here. %1 cannot be reached just now, and Latchkey will not remember to take its access back "
                  "once it has quit; you can do so in your settings there.").arg(provider.name);
    if (error.kind == Error::Kind::Unreachable)
        return tr("You have signed out here. %1 cannot be reached just now; Latchkey will take its access back there as soon "
                  "as it can.").arg(provider.name);
    return tr("You have signed out here, but %1 did not take Latchkey's access back (%2). You can do so in your settings "
              "there.").arg(provider.name, error.code);
}

QString sessionEnd(const SessionEnd &end, const Provider &provider)
{
    if (end.reason == EndReason::Revoked)
        return tr("%1 no longer accepts Latchkey's access: it was taken back there. Please sign in again.")
            .arg(provider.name);
    if (end.reason == EndReason::RefreshExpired || end.reason == EndReason::Expired)
        return tr("Your sign-in at %1 has run out. Please sign in again.").arg(provider.name);
    if (end.reason == EndReason::RefreshRefused)
        return tr("%1 did not renew your sign-in: it has run out, was taken back, or was renewed elsewhere already. Please "
                  "sign in again.").arg(provider.name);
    if (end.reason == EndReason::RefreshUnsaved)
        return tr("Latchkey was cut short while %1 renewed your sign-in, and %1 renews it only once. Please sign in again.")
            .arg(provider.name);
    if (end.reason == EndReason::Suspended)
        return tr("%1 has suspended your account. Ask its support; until then you cannot sign in.").arg(provider.name);
    if (end.reason == EndReason::SignedOutElsewhere)
        return tr("You have signed out of %1 in another window or terminal.").arg(provider.name);
    return {};
}

QString stars(qint64 count)
{
    return tr("★ %1").arg(QLocale().toString(count));
}

QString forks(qint64 count)
{
    return count == 1 ? tr("1 fork") : tr("%1 forks").arg(QLocale().toString(count));
}

QString ofAccount(const AccountRecord &account, const QString &sentence)
{
    return tr("%1 at %2: %3").arg(account.identity.login, account.providerName, sentence);
}

QString wrongAccount(const AccountRecord &asked, const AccountRecord &got)
{
    return tr("This is %2, although %1 was to sign in at %3. You can stay signed in like this, or try again.")
        .arg(asked.identity.login, got.identity.login, asked.providerName);
}

QString scopesWanted(const QStringList &scopes, const Provider &provider)
{
    return tr("%1 asks you whether Latchkey may have more: %2. Until you agree, everything stays as it is.")
        .arg(provider.name, scopes.join(QStringLiteral(", ")));
}

QString scopesMissing(const QStringList &granted, const QStringList &missing, const Provider &provider)
{
    return tr("%1 has granted %2, but not %3.")
        .arg(provider.name, granted.join(QStringLiteral(", ")), missing.join(QStringLiteral(", ")));
}

bool isAboutRegistration(const Error &error)
{
    return error.code == QLatin1String("incorrect_client_credentials") || error.code == QLatin1String("invalid_client")
        || error.code == QLatin1String("unauthorized_client");
}

QString registrationError(const Error &error, const Provider &provider)
{
    if (error.code == QLatin1String("malformed_client_id"))
        return tr("This is not a client ID: it must be one word. Copy it from %1 once more.").arg(provider.name);
    if (error.code == QLatin1String("malformed_client_secret"))
        return tr("This is not a client secret: it must be one word. Copy it from %1 once more.").arg(provider.name);
    if (error.code == QLatin1String("unknown_client"))
        return tr("%1 does not know this client ID.").arg(provider.name);
    if (error.code == QLatin1String("wrong_secret"))
        return tr("%1 does not know this client ID with this secret.").arg(provider.name);
    if (error.code == QLatin1String("device_flow_disabled"))
        return tr("%1 knows this client ID, but gives it no codes. Tick «Enable Device Flow» there and save, or paste a client "
                  "secret, too.").arg(provider.name);
    if (error.code == QLatin1String("wrong_issuer"))
        return tr("The server at this address says that it is another one, so it was not used.");
    if (error.code == QLatin1String("file_not_written"))
        return tr("The registration could not be written to %1.").arg(error.detail);
    if (error.kind == Error::Kind::Unreachable)
        return unreachable(error, provider);
    return tr("%1 sent an answer that Latchkey cannot read (%2).").arg(provider.name, error.code);
}

QString connectAdvice(const Provider &provider)
{
    if (provider.api == Provider::Api::GitHub)
        return tr("%1 does not know Latchkey yet. Register it there, once: the form opens filled in. Tick «Enable Device Flow», "
                  "and paste the client ID here.").arg(provider.name);
    return tr("%1 does not know Latchkey yet. Register it there, once, as a public (not confidential) application with this "
              "callback URL, and paste the client ID here.").arg(provider.name);
}

QString registrationKinds(const Provider &provider)
{
    if (provider.api != Provider::Api::GitHub)
        return {};
    return tr("An OAuth app signs in by code, and with its secret also by page; its access does not run out. A GitHub App does "
              "the same, and with expiring tokens its access is renewed every eight hours.");
}

QString tokenAdvice(const Provider &provider)
{
    return tr("A token from your settings at %1 signs you in without a page. %1 is asked whether it is good before it is kept.")
        .arg(provider.name);
}

QString timeLeft(std::chrono::seconds left)
{
    const qint64 seconds = qMax<qint64>(0, left.count());
    if (seconds >= 120)
        return tr("Good for %1 minutes").arg(seconds / 60);
    return seconds == 1 ? tr("Good for a second") : tr("Good for %1 seconds").arg(seconds);
}

QString signInStep(SignIn::Step step, const Provider &provider)
{
    switch (step) {
    case SignIn::Step::Discovering: return tr("Asking %1 how to sign in…").arg(provider.name);
    case SignIn::Step::RequestingCode: return tr("Asking %1 for a code…").arg(provider.name);
    case SignIn::Step::Authorizing: return tr("Waiting for you to sign in at %1…").arg(provider.name);
    case SignIn::Step::Exchanging: return tr("Getting access from %1…").arg(provider.name);
    case SignIn::Step::Identifying: return tr("Reading who you are…");
    }
    return {};
}

QString age(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return minutes == 1 ? tr("a minute ago") : tr("%1 minutes ago").arg(minutes);
    if (minutes < 24 * 60)
        return minutes < 120 ? tr("an hour ago") : tr("%1 hours ago").arg(minutes / 60);
    return tr("on %1").arg(QLocale().toString(then.toLocalTime().date(), QLocale::LongFormat));
}

} // namespace words
