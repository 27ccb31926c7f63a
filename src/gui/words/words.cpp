// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/words/words.h"

#include "errortext/endtext.h"
#include "errortext/signouttext.h"
#include "gui/words/translate.h"

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
    return tr("%n organization(s) on %1 left out. Sign in with single sign-on to include them.", count).arg(provider.name);
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
    if (error.code == QLatin1String("unavailable"))
        return tr("No keychain found, so you’ll be signed out when you quit.");
    return tr("%1 You stay signed in until you quit Latchkey.").arg(textOf(error, errortext::Subject(), Surface::Window).toString());
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

QString repositoryName(const QString &fullName, const QString &login)
{
    const QString own = login + QLatin1Char('/');
    return !login.isEmpty() && fullName.startsWith(own) && fullName.size() > own.size() ? fullName.sliced(own.size()) : fullName;
}

QString ofAccount(const AccountRecord &account, const QString &sentence)
{
    return tr("%1 at %2: %3").arg(account.identity.login, account.providerName, sentence);
}

QString wrongAccount(const AccountRecord &asked, const AccountRecord &got)
{
    return tr("You signed in as %2 on %3, not as %1. Stay signed in, or try again.")
        .arg(asked.identity.login, got.identity.login, asked.providerName);
}

QString scopesWanted(const QStringList &scopes, const Provider &provider)
{
    return tr("%1 asks whether you allow Latchkey more: %2. Until you agree, nothing changes.")
        .arg(provider.name, scopes.join(QStringLiteral(", ")));
}

QString declined(const Provider &provider)
{
    return tr("You declined on %1. Nothing changed.").arg(provider.name);
}

QString scopesMissing(const QStringList &granted, const QStringList &missing, const Provider &provider)
{
    return tr("%1 granted %2, but not %3.")
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
    return tr("Enter this callback URL.");
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
    return seconds >= 120 ? tr("Expires in %n minute(s)", int(seconds / 60)) : tr("Expires in %n second(s)", int(seconds));
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
        return tr("%n minute(s) ago", int(minutes));
    if (minutes < 24 * 60)
        return tr("%n hour(s) ago", int(minutes / 60));
    return tr("on %1").arg(QLocale().toString(then.toLocalTime().date(), QLocale::LongFormat));
}

} // namespace words
