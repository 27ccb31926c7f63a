// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxwords.h"

#include "gui/words/translate.h"
#include "gui/work/workwords.h"

#include <QHash>

namespace words {

namespace {

bool isWorkflow(const github::Notification &notification)
{
    return notification.type == QLatin1String("CheckSuite") || notification.type == QLatin1String("WorkflowRun");
}

QColor look::Colors::*colorOfReason(const QString &reason)
{
    static const QHash<QString, QColor look::Colors::*> colors{{QStringLiteral("approval_requested"), &look::Colors::attention},
                                                               {QStringLiteral("assign"), &look::Colors::link},
                                                               {QStringLiteral("invitation"), &look::Colors::done},
                                                               {QStringLiteral("mention"), &look::Colors::link},
                                                               {QStringLiteral("review_requested"), &look::Colors::attention},
                                                               {QStringLiteral("security_alert"), &look::Colors::danger},
                                                               {QStringLiteral("team_mention"), &look::Colors::link}};
    return colors.value(reason, &look::Colors::secondaryText);
}

} // namespace

QString notificationType(const QString &type)
{
    static const QHash<QString, QString> names{{QStringLiteral("PullRequest"), tr("Pull request")},
                                               {QStringLiteral("Issue"), tr("Issue")},
                                               {QStringLiteral("Commit"), tr("Commit")},
                                               {QStringLiteral("Release"), tr("Release")},
                                               {QStringLiteral("Discussion"), tr("Discussion")},
                                               {QStringLiteral("CheckSuite"), tr("Workflow")},
                                               {QStringLiteral("WorkflowRun"), tr("Workflow")},
                                               {QStringLiteral("RepositoryInvitation"), tr("Invitation")},
                                               {QStringLiteral("RepositoryVulnerabilityAlert"), tr("Security alert")},
                                               {QStringLiteral("RepositoryDependabotAlertsThread"), tr("Security alert")}};
    return names.value(type);
}

QString notificationReason(const QString &reason)
{
    static const QHash<QString, QString> names{{QStringLiteral("approval_requested"), tr("Approval requested")},
                                               {QStringLiteral("assign"), tr("Assigned")},
                                               {QStringLiteral("author"), tr("Author")},
                                               {QStringLiteral("ci_activity"), tr("Workflow finished")},
                                               {QStringLiteral("comment"), tr("Participating")},
                                               {QStringLiteral("invitation"), tr("Invitation")},
                                               {QStringLiteral("manual"), tr("Subscribed")},
                                               {QStringLiteral("member_feature_requested"), tr("Feature requested")},
                                               {QStringLiteral("mention"), tr("Mentioned")},
                                               {QStringLiteral("review_requested"), tr("Review requested")},
                                               {QStringLiteral("security_advisory_credit"), tr("Credited")},
                                               {QStringLiteral("security_alert"), tr("Security alert")},
                                               {QStringLiteral("state_change"), tr("State changed")},
                                               {QStringLiteral("subscribed"), tr("Watching")},
                                               {QStringLiteral("team_mention"), tr("Team mentioned")}};
    return names.value(reason);
}

bool isFailedWorkflow(const github::Notification &notification)
{
    if (!isWorkflow(notification))
        return false;
    const QString title = notification.title.toLower();
    return title.contains(QLatin1String("failed")) || title.contains(QLatin1String("cancelled"))
        || title.contains(QLatin1String("timed out")) || title.contains(QLatin1String("not successful"));
}

QList<RowPill> notificationPills(const github::Notification &notification, const github::WorkItem *work)
{
    const QString &reason = notification.reason;
    if (isFailedWorkflow(notification))
        return {{tr("Workflow failed"), &look::Colors::danger}};
    const bool isOwn = reason == QLatin1String("author");
    if (isOwn && work && work->decision == github::ReviewDecision::ChangesRequested)
        return {{reviewDecision(work->decision), &look::Colors::danger}};
    if (isOwn && work && work->decision == github::ReviewDecision::Approved)
        return {{reviewDecision(work->decision), &look::Colors::success}};
    if (reason == QLatin1String("ci_activity"))
        return {{notificationReason(reason), &look::Colors::success}};
    const QString name = notificationReason(reason);
    // The group says it.
    if (name.isEmpty() || reason == QLatin1String("subscribed"))
        return {};
    return {{name, colorOfReason(reason)}};
}

QString notificationFacts(const github::Notification &notification, const github::WorkItem *work, const QString &viewer)
{
    const QString number = notification.number > 0 ? QStringLiteral(" #%1").arg(notification.number) : QString();
    const bool isNamed = notification.number > 0 || notification.reason == QLatin1String("invitation")
        || notification.reason == QLatin1String("security_alert");
    return joinedFacts({notification.repository + number, isNamed ? QString() : notificationType(notification.type).toLower(),
                        work && work->author != viewer ? work->author : QString(), work ? checks(work->checks).toLower() : QString()});
}

GlyphOfType notificationGlyph(const github::Notification &notification, const github::WorkItem *work)
{
    using look::Glyph;
    const QString &type = notification.type;
    if (notification.reason == QLatin1String("review_requested"))
        return {Glyph::Review, &look::Colors::attention};
    if (isWorkflow(notification)) {
        if (isFailedWorkflow(notification))
            return {Glyph::CheckFailed, &look::Colors::danger};
        return notification.reason == QLatin1String("approval_requested") ? GlyphOfType{Glyph::CheckRunning, &look::Colors::attention}
                                                                          : GlyphOfType{Glyph::CheckPassed, &look::Colors::success};
    }
    if (type == QLatin1String("PullRequest")) {
        // Without the work, nobody knows whether it is open.
        if (work && work->isDraft)
            return {Glyph::PullRequestDraft, &look::Colors::secondaryText};
        return {Glyph::PullRequest, work ? &look::Colors::success : &look::Colors::secondaryText};
    }
    if (type == QLatin1String("Issue"))
        return {Glyph::Issue, work ? &look::Colors::success : &look::Colors::secondaryText};
    static const QHash<QString, GlyphOfType> glyphs{
        {QStringLiteral("Discussion"), {Glyph::Discussion, &look::Colors::secondaryText}},
        {QStringLiteral("Release"), {Glyph::Release, &look::Colors::secondaryText}},
        {QStringLiteral("RepositoryInvitation"), {Glyph::Mail, &look::Colors::done}},
        {QStringLiteral("RepositoryVulnerabilityAlert"), {Glyph::Alert, &look::Colors::danger}},
        {QStringLiteral("RepositoryDependabotAlertsThread"), {Glyph::Alert, &look::Colors::danger}}};
    return glyphs.value(type, {Glyph::Repository, &look::Colors::secondaryText});
}

} // namespace words
