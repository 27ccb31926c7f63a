// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxmodel.h"

#include "gui/inbox/inboxwords.h"
#include "gui/parts/labels.h"
#include "gui/parts/words.h"

#include <QLocale>

namespace {

constexpr int placeholders = 2;

QString joined(QStringList facts)
{
    facts.removeAll(QString());
    return facts.join(QStringLiteral("  ·  "));
}

/// "4", or "30 of 48" if the server sent only a part.
QString countText(qint64 shown, qint64 total)
{
    const QLocale locale;
    return total > shown ? InboxModel::tr("%1 of %2").arg(locale.toString(shown), locale.toString(total))
                         : locale.toString(shown);
}

} // namespace

InboxModel::InboxModel(const Inbox &inbox, const QUrl &site, QObject *parent)
    : QAbstractListModel(parent), m_inbox(inbox), m_site(site)
{}

void InboxModel::update()
{
    beginResetModel();
    m_rows.clear();
    addNotifications();
    const auto listOf = [&work = m_inbox.work()](std::optional<github::WorkList> github::OpenWork::*list) {
        return work && work->value.*list ? &*(work->value.*list) : nullptr;
    };
    addWork(section(tr("Reviews asked of you"), tr("Nobody waits for your review."), "/pulls/review-requested"),
            listOf(&github::OpenWork::reviews), true);
    addWork(section(tr("Your pull requests"), tr("You have no open pull requests."), "/pulls"),
            listOf(&github::OpenWork::pullRequests), false);
    addWork(section(tr("Assigned to you"), tr("No issue is assigned to you."), "/issues/assigned"),
            listOf(&github::OpenWork::issues), true);
    endResetModel();
}

InboxModel::Section InboxModel::section(const QString &name, const QString &sentence, const char *path) const
{
    return {name, sentence, m_site.resolved(QUrl(QLatin1String(path)))};
}

void InboxModel::addHeading(const Section &section, const QString &count)
{
    m_rows.append({InboxRow::Kind::Heading, section.name, section.name, count, {}, section.page});
}

void InboxModel::addSentence(const Section &section, const QString &sentence)
{
    m_rows.append({InboxRow::Kind::Sentence, section.name, sentence, {}});
}

/// Adds a section that the server has not answered yet.
void InboxModel::addMissing(const Section &section)
{
    addHeading(section, {});
    if (!m_inbox.isAsking())
        return addSentence(section, tr("Nothing has been received yet."));
    for (int i = 0; i < placeholders; ++i)
        m_rows.append({InboxRow::Kind::Placeholder, section.name, tr("On its way"), {}});
}

/// Groups by repository. The one with the newest thread is first, as on GitHub.
void InboxModel::addNotifications()
{
    const Section notifications = section(tr("Notifications"), tr("You have read everything."), "/notifications");
    const auto unread = m_inbox.unread();
    if (!unread)
        return addMissing(notifications);
    const QString more = m_inbox.hasMoreUnread() ? tr("%1 and more").arg(unread->size()) : QString();
    addHeading(notifications, more.isEmpty() ? countText(unread->size(), unread->size() + m_inbox.unreadableCount()) : more);
    if (unread->isEmpty())
        addSentence(notifications, notifications.sentence);
    QStringList repositories;
    for (const github::Notification &one : *unread)
        repositories.append(one.repository);
    repositories.removeDuplicates();
    for (const QString &repository : std::as_const(repositories)) {
        if (!repository.isEmpty())
            m_rows.append({InboxRow::Kind::Repository, notifications.name, repository, {}, {},
                           m_site.resolved(QUrl(QLatin1Char('/') + repository)), {}, repository});
        for (const github::Notification &one : *unread) {
            if (one.repository == repository)
                addNotification(notifications, one);
        }
    }
}

void InboxModel::addNotification(const Section &section, const github::Notification &notification)
{
    const QString facts = joined({words::notificationType(notification.type), words::notificationReason(notification.reason)});
    const QString title = notification.title.isEmpty() ? tr("(no title)") : notification.title;
    m_rows.append({InboxRow::Kind::Notification, section.name, title, facts, notification.updatedAt,
                   notification.page, notification.thread, notification.repository});
}

void InboxModel::addWork(const Section &section, const github::WorkList *work, bool showsAuthor)
{
    if (!work)
        return addMissing(section);
    addHeading(section, countText(work->items.size(), work->total));
    if (work->items.isEmpty())
        addSentence(section, section.sentence);
    for (const github::WorkItem &item : work->items) {
        const QString number = item.number > 0 ? QStringLiteral(" #%1").arg(item.number) : QString();
        const QString facts = joined({item.repository + number,
                                      showsAuthor && !item.author.isEmpty() ? tr("by %1").arg(item.author) : QString(),
                                      item.isPrivate ? tr("private") : QString(), item.isDraft ? tr("draft") : QString(),
                                      words::checks(item.checks), words::reviewDecision(item.decision)});
        m_rows.append({InboxRow::Kind::Work, section.name, item.title, facts, item.updatedAt, item.page, {},
                       item.repository, item.checks});
    }
}

QString InboxModel::factsOf(const InboxRow &row) const
{
    return joined({row.facts, row.updatedAt.isValid() ? words::age(row.updatedAt, m_inbox.now()) : QString()});
}

int InboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant InboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const InboxRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return tooltip(row.title);
    case Qt::AccessibleDescriptionRole:
        return row.kind == InboxRow::Kind::Heading ? factsOf(row) : joined({row.section, factsOf(row)});
    default: return {};
    }
}

/// The keyboard also reaches sentences and headings, because screen readers skip other rows.
Qt::ItemFlags InboxModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    switch (m_rows[index.row()].kind) {
    case InboxRow::Kind::Placeholder: return Qt::NoItemFlags;
    case InboxRow::Kind::Sentence: return Qt::ItemIsEnabled;
    default: return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }
}

#include "moc_inboxmodel.cpp"
