// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/work/workwords.h"

#include "gui/words/translate.h"
#include "result/printabletext.h"

namespace words {

namespace {

constexpr qsizetype longestLabel = 30;

QColor look::Colors::*colorOf(github::Checks checks)
{
    return checks == github::Checks::Passed ? &look::Colors::success
        : checks == github::Checks::Failed  ? &look::Colors::danger
                                            : &look::Colors::attention;
}

QColor look::Colors::*colorOf(github::ReviewDecision decision)
{
    return decision == github::ReviewDecision::Approved           ? &look::Colors::success
        : decision == github::ReviewDecision::ChangesRequested ? &look::Colors::danger
                                                               : &look::Colors::attention;
}

} // namespace

QString checks(github::Checks checks)
{
    switch (checks) {
    case github::Checks::None: return {};
    case github::Checks::Pending: return tr("Checks running");
    case github::Checks::Passed: return tr("Checks passed");
    case github::Checks::Failed: return tr("Checks failed");
    }
    return {};
}

QString reviewDecision(github::ReviewDecision decision)
{
    switch (decision) {
    case github::ReviewDecision::None: return {};
    case github::ReviewDecision::Required: return tr("Review required");
    case github::ReviewDecision::Approved: return tr("Approved");
    case github::ReviewDecision::ChangesRequested: return tr("Changes requested");
    }
    return {};
}

QList<RowPill> statePills(const github::WorkItem &item)
{
    QList<RowPill> pills;
    if (item.isDraft)
        pills.append({tr("Draft"), &look::Colors::secondaryText});
    if (item.decision != github::ReviewDecision::None)
        pills.append({reviewDecision(item.decision), colorOf(item.decision)});
    if (item.checks != github::Checks::None)
        pills.append({checks(item.checks), colorOf(item.checks)});
    if (item.isPrivate)
        pills.append({tr("Private"), &look::Colors::secondaryText});
    return pills;
}

QList<RowPill> labelPills(const github::WorkItem &item)
{
    QList<RowPill> pills;
    for (const github::Label &label : item.labels) {
        pills.append({cutTo(label.name, longestLabel), &look::Colors::secondaryText, label.color.isValid() ? label.color : QColor(Qt::gray)});
    }
    return pills;
}

QString joinedFacts(QStringList facts)
{
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

QString workFacts(const github::WorkItem &item, const QString &viewer)
{
    const QString number = item.number > 0 ? QStringLiteral(" #%1").arg(item.number) : QString();
    return joinedFacts({item.repository + number, item.author == viewer ? QString() : item.author});
}

} // namespace words
