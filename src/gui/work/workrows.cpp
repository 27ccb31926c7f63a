// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/work/workrows.h"

#include "gui/work/workwords.h"

#include <QCoreApplication>
#include <QLocale>

QString countOf(qint64 shown, qint64 total)
{
    const QLocale locale;
    return total > shown ? QCoreApplication::translate("WorkRows", "%1 of %2").arg(locale.toString(shown), locale.toString(total))
                         : locale.toString(shown);
}

WorkRows::WorkRows(const WorkSource &source, WorkKind kind, QObject *parent)
    : RowModel([&source] { return source.now(); }, parent), m_source(source), m_kind(kind)
{}

void WorkRows::update()
{
    beginResetModel();
    m_entries.clear();
    if (m_kind == WorkKind::Issues) {
        add(tr("Assigned to you"), m_source.list(&github::OpenWork::issues));
    } else {
        add(tr("Review requested"), m_source.list(&github::OpenWork::reviews));
        add(tr("Your pull requests"), m_source.list(&github::OpenWork::pullRequests));
    }
    endResetModel();
}

void WorkRows::add(const QString &group, const github::WorkList *list)
{
    if (!list || list->items.isEmpty())
        return;
    m_entries.append({group, std::nullopt, countOf(list->items.size(), list->total)});
    for (const github::WorkItem &item : list->items)
        m_entries.append({group, item});
}

std::optional<qint64> WorkRows::total() const
{
    const auto *first = m_source.list(m_kind == WorkKind::Issues ? &github::OpenWork::issues : &github::OpenWork::reviews);
    const auto *second = m_kind == WorkKind::Issues ? nullptr : m_source.list(&github::OpenWork::pullRequests);
    if (!first && !second)
        return std::nullopt;
    return (first ? first->total : 0) + (second ? second->total : 0);
}

const github::WorkItem *WorkRows::itemAt(int row) const
{
    const auto &item = m_entries.at(row).item;
    return item ? &*item : nullptr;
}

int WorkRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

Row::Kind WorkRows::kindAt(int row) const
{
    return m_entries.at(row).item ? Row::Kind::Entry : Row::Kind::Heading;
}

QString WorkRows::keyAt(int row) const
{
    const github::WorkItem *item = itemAt(row);
    return item ? QStringLiteral("%1#%2").arg(item->repository).arg(item->number) : QString();
}

Row WorkRows::rowAt(int row) const
{
    const Entry &entry = m_entries.at(row);
    if (!entry.item)
        return {.kind = Row::Kind::Heading, .title = entry.group, .facts = entry.count};
    const github::WorkItem &item = *entry.item;
    const bool isPullRequest = m_kind == WorkKind::PullRequests;
    return {.group = entry.group,
            .glyph = !isPullRequest ? look::Glyph::Issue : item.isDraft ? look::Glyph::PullRequestDraft : look::Glyph::PullRequest,
            .glyphColor = item.isDraft ? &look::Colors::secondaryText : &look::Colors::success,
            .isStrong = true,
            .title = item.title,
            .titlePills = words::labelPills(item),
            .pills = words::statePills(item),
            .facts = words::workFacts(item, m_login),
            .at = item.updatedAt};
}

#include "moc_workrows.cpp"
