// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/redirectpage.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace oauth {

namespace {

struct Words
{
    const char *kind; ///< Class of the page's body.
    QString heading;
    QString text;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("oauth::RedirectPage", text);
}

// These sentences are not in gui because the page is this room's answer to an HTTP request.
Words wordsFor(RedirectOutcome outcome)
{
    switch (outcome) {
    case RedirectOutcome::Accepted:
        return {"accepted", tr("You are signed in"), tr("Return to Latchkey. You can close this page.")};
    case RedirectOutcome::Denied:
        return {"denied", tr("The sign-in was declined"),
                tr("Nothing was given to Latchkey. Return to it to try again, or close this page.")};
    case RedirectOutcome::Failed:
        return {"failed", tr("The sign-in did not work"),
                tr("The server accepted you, but gave Latchkey no access. Return to Latchkey to see why and to try again.")};
    case RedirectOutcome::Incomplete:
        return {"incomplete", tr("The server’s answer is incomplete"),
                tr("It has neither a code nor an error. Nothing was changed. Go back and try again.")};
    case RedirectOutcome::TooLarge:
        return {"toolarge", tr("Your browser sent too many cookies"),
                tr("Delete the cookies for 127.0.0.1 in this browser, and reload this page. "
                   "Or return to Latchkey and sign in another way.")};
    case RedirectOutcome::Foreign: break;
    }
    return {"foreign", tr("This is not from the sign-in that is open"),
            tr("The page may be from an earlier attempt, or from somebody else. Nothing was changed. "
               "Return to Latchkey and go on with the newest page.")};
}

} // namespace

int statusOf(RedirectOutcome outcome)
{
    switch (outcome) {
    case RedirectOutcome::Accepted: return 200;
    case RedirectOutcome::Denied: return 403;
    case RedirectOutcome::Failed: return 502;
    case RedirectOutcome::TooLarge: return 431;
    case RedirectOutcome::Incomplete:
    case RedirectOutcome::Foreign: break;
    }
    return 400;
}

QByteArray redirectPage(RedirectOutcome outcome)
{
    QFile file(QStringLiteral(":/oauth/redirect.html"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the redirect page is not in the program");
    const Words words = wordsFor(outcome);
    return QString::fromUtf8(file.readAll())
        .replace(QLatin1String("@LANGUAGE@"), QLocale().bcp47Name())
        .replace(QLatin1String("@KIND@"), QLatin1String(words.kind))
        .replace(QLatin1String("@HEADING@"), words.heading.toHtmlEscaped())
        .replace(QLatin1String("@TEXT@"), words.text.toHtmlEscaped())
        .toUtf8();
}

} // namespace oauth
