// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxwords.h"

#include "gui/parts/translate.h"

#include <QHash>

namespace words {

QString inboxOffer(const Provider &provider)
{
    return tr("Your notifications, the reviews asked of you, your pull requests and the issues assigned to you can be here, too. "
              "%1 has to ask you first; until then, nothing of it is read.").arg(provider.name);
}

QString scopeMeaning(const QString &scope, const Provider &provider)
{
    if (scope == QLatin1String("notifications"))
        return tr("To show your notifications, and to mark them as read when you say so.");
    if (scope == QLatin1String("repo"))
        return tr("To show what waits in private repositories. %1 has no right that only reads them: this one would let Latchkey "
                  "change them, too. It never does.").arg(provider.name);
    return {};
}

QString privateLeftOut()
{
    return tr("What waits in private repositories is not here: that takes the right «repo».");
}

QString notificationType(const QString &type)
{
    static const QHash<QString, QString> names{{QStringLiteral("PullRequest"), tr("Pull request")},
                                               {QStringLiteral("Issue"), tr("Issue")},
                                               {QStringLiteral("Commit"), tr("Commit")},
                                               {QStringLiteral("Release"), tr("Release")},
                                               {QStringLiteral("Discussion"), tr("Discussion")},
                                               {QStringLiteral("CheckSuite"), tr("Checks")}};
    return names.value(type);
}

QString notificationReason(const QString &reason)
{
    static const QHash<QString, QString> names{{QStringLiteral("approval_requested"), tr("your approval is asked for")},
                                               {QStringLiteral("assign"), tr("assigned to you")},
                                               {QStringLiteral("author"), tr("you began it")},
                                               {QStringLiteral("ci_activity"), tr("a run that you started has ended")},
                                               {QStringLiteral("comment"), tr("you took part")},
                                               {QStringLiteral("invitation"), tr("you are invited")},
                                               {QStringLiteral("manual"), tr("you follow it")},
                                               {QStringLiteral("mention"), tr("you are mentioned")},
                                               {QStringLiteral("review_requested"), tr("your review is asked for")},
                                               {QStringLiteral("security_alert"), tr("security alert")},
                                               {QStringLiteral("state_change"), tr("you changed its state")},
                                               {QStringLiteral("subscribed"), tr("you watch the repository")},
                                               {QStringLiteral("team_mention"), tr("your team is mentioned")}};
    return names.value(reason);
}

QString checks(github::Checks checks)
{
    switch (checks) {
    case github::Checks::None: return {};
    case github::Checks::Pending: return tr("checks are running");
    case github::Checks::Passed: return tr("checks passed");
    case github::Checks::Failed: return tr("checks failed");
    }
    return {};
}

QString reviewDecision(github::ReviewDecision decision)
{
    switch (decision) {
    case github::ReviewDecision::None: return {};
    case github::ReviewDecision::Required: return tr("waits for a review");
    case github::ReviewDecision::Approved: return tr("approved");
    case github::ReviewDecision::ChangesRequested: return tr("changes are asked for");
    }
    return {};
}

} // namespace words
