// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errortext/signouttext.h"

#include "errortext/translate.h"

namespace errortext {

namespace {

QString nextTime(Surface surface)
{
    return surface == Surface::Window
        ? tr("the next time it starts")
        : tr("the next time you open it or run 'latchkey sign-in' or 'latchkey sign-out'");
}

QString storageText(const Error &error, const Text &text, Surface surface)
{
    const bool isListed = error.code.startsWith(QLatin1String("settings_"));
    if (isListed)
        return tr("%1 The account stays listed. Sign out once more after that.").arg(text.toString());
    if (error.code == QLatin1String("timed_out"))
        return tr("You have signed out. %1 Latchkey will remove its entry %2.").arg(text.happened, nextTime(surface));
    if (error.code == QLatin1String("cache_not_removed"))
        return tr("You have signed out. %1").arg(text.toString());
    return tr("You have signed out. %1 Remove the entry in your keychain’s own window.").arg(text.happened);
}

} // namespace

QString revocationLink(const Provider &provider, Surface surface)
{
    const QUrl page = provider.revocationPage();
    return page.isEmpty() || surface == Surface::Window ? QString() : QLatin1Char(' ') + page.toString(QUrl::FullyEncoded);
}

QString signOutText(const Error &error, const Provider &provider, Surface surface)
{
    const Text text = textOf(error, provider, surface);
    if (error.kind == Error::Kind::Storage)
        return storageText(error, text, surface);
    if (error.kind == Error::Kind::Unreachable && surface == Surface::Window)
        return tr("You have signed out here. %1 Latchkey will revoke its access as soon as it can.").arg(text.happened);
    if (error.kind == Error::Kind::Unreachable)
        return tr("You have signed out here. %1 Latchkey will revoke its access %2.").arg(text.happened, nextTime(surface));
    const bool isAboutSigningOut = error.code == QLatin1String("not_possible") || error.code == QLatin1String("not_told");
    const QString why = isAboutSigningOut
        ? text.toString()
        : tr("%1 did not revoke Latchkey’s access. %2 Revoke it in your settings on %1.").arg(provider.name, text.happened);
    return tr("You have signed out here. %1").arg(why) + revocationLink(provider, surface);
}

QString revocationGivenUpText(const QString &host)
{
    return tr("%1 has not revoked an earlier sign-in for 30 days. Revoke Latchkey’s access in your settings on %1.").arg(host);
}

} // namespace errortext
