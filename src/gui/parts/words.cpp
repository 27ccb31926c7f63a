// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/words.h"

#include "errortext/endtext.h"
#include "errortext/signouttext.h"
#include "gui/parts/translate.h"

#include <QLocale>

namespace words {

using errortext::Surface;

QString signInError(const Error &error, const Provider &provider)
{
    return error.kind == Error::Kind::Canceled ? QString() : textOf(error, provider, Surface::Window).toString();
}

QString resourceError(const Error &error, const Provider &provider)
{
    return textOf(error, provider, Surface::Window).toString();
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
    return textOf(error, errortext::Subject(), Surface::Window).toString();
}

bool isCuredByUnlocking(const Error &error)
{
    static const QStringList codes{QStringLiteral("locked"), QStringLiteral("access_denied"), QStringLiteral("timed_out")};
    return error.kind == Error::Kind::Storage && codes.contains(error.code);
}

QString renewalObstacle(const Error &error, const Account &account)
{
    const QString happened = textOf(error, account.provider(), Surface::Window).happened;
    if (!account.expiresAt().isValid())
        return happened;
    const QString end = QLocale().toString(account.expiresAt().toLocalTime(), QLocale::ShortFormat);
    return tr("%1 Sign in again before %2.").arg(happened, end);
}

QString storageError(const Error &error)
{
    const errortext::Text text = textOf(error, errortext::Subject(), Surface::Window);
    return tr("%1 You stay signed in until you quit Latchkey.").arg(text.toString());
}

QString signOutError(const Error &error, const Provider &provider)
{
    return errortext::signOutText(error, provider, Surface::Window);
}

QString revocationGivenUp(const QString &host)
{
    return errortext::revocationGivenUpText(host);
}

QString sessionEnd(const SessionEnd &end, const Provider &provider)
{
    const bool isKnown = end.reason == EndReason::SignedOut || end.reason == EndReason::EntryGone;
    const QString &server = end.server.isEmpty() ? provider.name : end.server;
    return isKnown ? QString() : errortext::endText(end.reason, server, Surface::Window).toString();
}

QString pagesOf(const QList<int> &pages, int pageCount)
{
    constexpr int mostNamed = 3;
    QStringList numbers;
    for (const int page : pages.first(std::min<qsizetype>(pages.size(), mostNamed)))
        numbers.append(QLocale().toString(page));
    if (pages.size() > mostNamed)
        numbers.append(QStringLiteral("…"));
    const QString named = numbers.join(QStringLiteral(", "));
    return (pages.size() == 1 ? tr("Page %1 of %2") : tr("Pages %1 of %2")).arg(named, QLocale().toString(pageCount));
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

QString declined(const Provider &provider)
{
    return tr("You declined on %1. Nothing changed.").arg(provider.name);
}

QString scopesMissing(const QStringList &granted, const QStringList &missing, const Provider &provider)
{
    return tr("%1 has granted %2, but not %3.")
        .arg(provider.name, granted.join(QStringLiteral(", ")), missing.join(QStringLiteral(", ")));
}

QString registrationError(const Error &error, const Provider &provider)
{
    return textOf(error, provider, Surface::Window).toString();
}

QString connectAdvice(const Provider &provider)
{
    if (provider.api == Provider::Api::GitHub)
        return tr("Open %1’s form. It’s filled in: tick “Enable Device Flow”, then register.").arg(provider.name);
    return tr("Register Latchkey at %1 as a public application.").arg(provider.name);
}

QString callbackAdvice(const Provider &provider)
{
    if (provider.api == Provider::Api::GitHub)
        return tr("Check that the form has this callback URL.");
    return tr("Enter this callback URL there.");
}

QString registrationKinds(const Provider &provider)
{
    if (provider.api != Provider::Api::GitHub)
        return {};
    return tr("OAuth apps sign in by code, and with their secret also by page. In GitHub Apps, access renews itself every eight hours.");
}

QString timeLeft(std::chrono::seconds left)
{
    const qint64 seconds = qMax<qint64>(0, left.count());
    if (seconds >= 120)
        return tr("Expires in %1 minutes").arg(seconds / 60);
    return seconds == 1 ? tr("Expires in a second") : tr("Expires in %1 seconds").arg(seconds);
}

QString signInStep(SignIn::Step step, const Provider &provider)
{
    switch (step) {
    case SignIn::Step::Discovering: return tr("Asking %1 how to sign in…").arg(provider.name);
    case SignIn::Step::RequestingCode: return tr("Asking %1 for a code…").arg(provider.name);
    case SignIn::Step::RequestingToken: return tr("Asking GitHub CLI for its token…");
    case SignIn::Step::Authorizing: return tr("Waiting for you to sign in at %1…").arg(provider.name);
    case SignIn::Step::Exchanging: return tr("Getting access from %1…").arg(provider.name);
    case SignIn::Step::Identifying: return tr("Reading who you are…");
    case SignIn::Step::Confirming: return tr("Waiting for your answer…");
    case SignIn::Step::Storing: return tr("Saving your sign-in…");
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
