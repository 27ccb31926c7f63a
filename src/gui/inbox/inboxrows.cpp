// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxrows.h"

#include "gui/inbox/inboxwords.h"
#include "gui/work/workwords.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

Urgency urgencyOf(const github::Notification &notification, const github::WorkItem *work)
{
    static const QSet<QString> needed{QStringLiteral("approval_requested"), QStringLiteral("assign"), QStringLiteral("invitation"),
                                      QStringLiteral("member_feature_requested"), QStringLiteral("review_requested"),
                                      QStringLiteral("security_alert")};
    static const QSet<QString> replies{QStringLiteral("author"), QStringLiteral("comment"), QStringLiteral("manual"),
                                       QStringLiteral("mention"), QStringLiteral("state_change"), QStringLiteral("team_mention")};
    const bool isSentBack = work && notification.reason == QLatin1String("author")
        && (work->decision == github::ReviewDecision::ChangesRequested || work->checks == github::Checks::Failed);
    if (needed.contains(notification.reason) || words::isFailedWorkflow(notification) || isSentBack)
        return Urgency::NeedsYou;
    return replies.contains(notification.reason) ? Urgency::Replies : Urgency::Watching;
}

InboxRows::InboxRows(const Inbox &inbox, const WorkSource &work, QObject *parent)
    : RowModel([&inbox] { return inbox.now(); }, parent), m_inbox(inbox), m_work(work)
{}

QString InboxRows::nameOf(Urgency urgency)
{
    switch (urgency) {
    case Urgency::NeedsYou: return tr("Needs you");
    case Urgency::Replies: return tr("Mentions and replies");
    case Urgency::Watching: return tr("Watching");
    }
    return {};
}

void InboxRows::update()
{
    const QList<Entry> all = allEntries();
    beginResetModel();
    m_lines.clear();
    for (const Urgency urgency : {Urgency::NeedsYou, Urgency::Replies, Urgency::Watching})
        addGroup(urgency, all);
    endResetModel();
}

/// Of reviews, those whose notification is not unread.
QList<InboxRows::Entry> InboxRows::allEntries() const
{
    const auto unread = m_inbox.unread();
    if (!unread)
        return {};
    QList<Entry> all;
    QSet<QString> named;
    for (const github::Notification &one : *unread) {
        const github::WorkItem *work = m_work.find(one.repository, one.number);
        all.append({urgencyOf(one, work), one, work ? std::optional(*work) : std::nullopt});
        named.insert(one.repository + QLatin1Char('#') + QString::number(one.number));
    }
    const github::WorkList *reviews = m_work.list(&github::OpenWork::reviews);
    for (qsizetype i = 0; reviews && i < reviews->items.size(); ++i) {
        const github::WorkItem &review = reviews->items[i];
        if (!named.contains(review.repository + QLatin1Char('#') + QString::number(review.number)))
            all.append({Urgency::NeedsYou, std::nullopt, review});
    }
    std::stable_sort(all.begin(), all.end(), [](const Entry &left, const Entry &right) { return left.updatedAt() > right.updatedAt(); });
    return all;
}

void InboxRows::addGroup(Urgency urgency, const QList<Entry> &all)
{
    const qsizetype heading = m_lines.size();
    for (const Entry &entry : all) {
        if (entry.urgency == urgency)
            m_lines.append({{}, 0, entry});
    }
    if (m_lines.size() > heading)
        m_lines.insert(heading, Line{nameOf(urgency), m_lines.size() - heading, std::nullopt});
}

int InboxRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

Row::Kind InboxRows::kindAt(int row) const
{
    return m_lines.at(row).entry ? Row::Kind::Entry : Row::Kind::Heading;
}

const github::Notification *InboxRows::notificationAt(int row) const
{
    const auto &entry = m_lines.at(row).entry;
    return entry && entry->notification ? &*entry->notification : nullptr;
}

QUrl InboxRows::pageAt(int row) const
{
    const auto &entry = m_lines.at(row).entry;
    if (!entry)
        return {};
    return entry->notification ? entry->notification->page : entry->work->page;
}

QString InboxRows::keyAt(int row) const
{
    const auto &entry = m_lines.at(row).entry;
    if (!entry)
        return {};
    return entry->notification ? entry->notification->thread
                               : QStringLiteral("%1#%2").arg(entry->work->repository).arg(entry->work->number);
}

Row InboxRows::rowAt(int row) const
{
    const Line &line = m_lines.at(row);
    if (!line.entry)
        return {.kind = Row::Kind::Heading, .title = line.heading, .facts = QLocale().toString(line.count)};
    const QString group = nameOf(line.entry->urgency);
    if (!line.entry->notification) {
        Row review = rowOfReview(*line.entry->work);
        review.group = group;
        return review;
    }
    const github::Notification &notification = *line.entry->notification;
    const github::WorkItem *work = line.entry->work ? &*line.entry->work : nullptr;
    const auto sign = words::notificationGlyph(notification, work);
    return {.group = group,
            .glyph = sign.glyph,
            .glyphColor = sign.color,
            .glyphWords = words::notificationType(notification.type),
            .isUnread = true,
            .isStrong = true,
            .title = notification.title.isEmpty() ? tr("(no title)") : notification.title,
            .pills = words::notificationPills(notification, work),
            .facts = words::notificationFacts(notification, work, m_login),
            .at = notification.updatedAt};
}

Row InboxRows::rowOfReview(const github::WorkItem &work) const
{
    QList<RowPill> pills{{words::notificationReason(QStringLiteral("review_requested")), &look::Colors::attention}};
    if (work.decision == github::ReviewDecision::ChangesRequested)
        pills = {{words::reviewDecision(work.decision), &look::Colors::danger}};
    return {.glyph = look::Glyph::Review,
            .glyphColor = &look::Colors::attention,
            .glyphWords = words::notificationType(QStringLiteral("PullRequest")),
            .title = work.title,
            .pills = pills,
            .facts = words::joinedFacts({words::workFacts(work, m_login), words::checks(work.checks).toLower()}),
            .at = work.updatedAt};
}

#include "moc_inboxrows.cpp"
