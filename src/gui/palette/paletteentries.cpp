// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/palette/paletteentries.h"

#include "gui/inbox/inbox.h"
#include "gui/repositories/repositorywords.h"
#include "gui/words/numbers.h"
#include "gui/work/worksource.h"
#include "session/account.h"

#include <QLocale>
#include <QSet>

namespace {

look::Glyph glyphOfSubject(const QString &type)
{
    if (type == QLatin1String("PullRequest"))
        return look::Glyph::PullRequest;
    if (type == QLatin1String("Issue"))
        return look::Glyph::Issue;
    if (type == QLatin1String("Discussion"))
        return look::Glyph::Discussion;
    if (type == QLatin1String("Release"))
        return look::Glyph::Release;
    return type == QLatin1String("CheckSuite") ? look::Glyph::CheckRunning : look::Glyph::Inbox;
}

QString placeOf(const QString &repository, qint64 number)
{
    return number > 0 ? QStringLiteral("%1 #%2").arg(repository).arg(number) : repository;
}

} // namespace

PaletteEntries::PaletteEntries(Account &account, QObject *parent)
    : QObject(parent),
      m_account(account),
      m_repositories(account.resources(), [base = account.provider().apiBaseUrl](int page) {
          return github::repositories(base, github::RepositoryList::OwnAndMember, page);
      })
{
    connect(&m_repositories, &PagedListState::changed, this, &PaletteEntries::changed);
}

PaletteEntries::~PaletteEntries() = default;

void PaletteEntries::update()
{
    m_inbox = std::make_unique<Inbox>(m_account);
    m_inbox->readCache();
    m_work = std::make_unique<WorkSource>(m_account);
    m_work->readCache();
    m_repositories.readCached();
    if (m_repositories.entries().isEmpty())
        m_repositories.refresh();
}

QList<PaletteEntry> PaletteEntries::repositories() const
{
    QList<PaletteEntry> entries;
    const QList<github::Repository> repositories = m_repositories.entries();
    for (const github::Repository &repository : repositories) {
        QStringList details{repository.language};
        if (repository.stars > 0)
            details.append(QStringLiteral("★ %1").arg(words::shortCount(repository.stars)));
        details.removeAll(QString());
        entries.append({.section = PaletteEntry::Section::Repositories,
                        .glyph = repository.isPrivate ? look::Glyph::Lock
                            : repository.isFork       ? look::Glyph::Fork
                                                      : look::Glyph::Repository,
                        .title = repository.fullName(),
                        .detail = details.join(QStringLiteral(" · ")),
                        .page = repository.page,
                        .copied = words::cloneAddress(repository)});
    }
    return entries;
}

/// A pull request that is in a notification is not there a second time as open work.
QList<PaletteEntry> PaletteEntries::inbox() const
{
    QList<PaletteEntry> entries;
    if (!m_inbox)
        return entries;
    QSet<QUrl> known;
    const auto add = [&](look::Glyph glyph, const QString &title, const QString &detail, const QUrl &page) {
        if (page.isEmpty() || known.contains(page))
            return;
        known.insert(page);
        entries.append({.section = PaletteEntry::Section::Inbox, .glyph = glyph, .title = title, .detail = detail, .page = page});
    };
    for (const github::Notification &notification : m_inbox->unread().value_or(QList<github::Notification>()))
        add(glyphOfSubject(notification.type), notification.title, placeOf(notification.repository, notification.number), notification.page);
    if (!m_work->work())
        return entries;
    const github::OpenWork &work = m_work->work()->value;
    for (const auto &[list, glyph] : {std::pair(&work.reviews, look::Glyph::Review), {&work.pullRequests, look::Glyph::PullRequest},
                                      {&work.issues, look::Glyph::Issue}}) {
        for (const github::WorkItem &item : list->value_or(github::WorkList()).items)
            add(glyph, item.title, placeOf(item.repository, item.number), item.page);
    }
    return entries;
}

#include "moc_paletteentries.cpp"
