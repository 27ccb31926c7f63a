// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/work/worksource.h"

namespace {

/// How old open work may become while somebody watches.
constexpr std::chrono::seconds freshness(120);

constexpr std::array allLists{&github::OpenWork::reviews, &github::OpenWork::pullRequests, &github::OpenWork::issues};

} // namespace

WorkSource::WorkSource(Account &account, QObject *parent) : QObject(parent), m_account(account)
{
    m_timer.setInterval(freshness);
    connect(&m_timer, &QTimer::timeout, this, &WorkSource::poll);
    connect(&m_account, &Account::awoke, this, [this] {
        if (!m_watchers.isEmpty())
            refresh();
    });
}

github::Request<github::OpenWork> WorkSource::request() const
{
    return github::openWork(m_account.provider().graphqlUrl);
}

bool WorkSource::includesPrivate() const
{
    return m_account.scopes().contains(QStringLiteral("repo")) || m_account.provider().isGitHubApp();
}

void WorkSource::readCache()
{
    if (m_work)
        return;
    m_work = m_account.resources().cached(request());
    if (m_work)
        Q_EMIT changed();
}

void WorkSource::setWatched(const QObject *watcher, bool isWatched)
{
    if (!isWatched)
        m_watchers.remove(watcher);
    else
        m_watchers.insert(watcher);
    if (m_watchers.isEmpty())
        return m_timer.stop();
    if (!isWatched)
        return;
    m_timer.start();
    poll();
}

void WorkSource::poll()
{
    if (!m_work || now() >= m_work->at.addSecs(freshness.count()))
        refresh();
}

void WorkSource::refresh()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_account.resources().ask(request(), this, [this](const Result<github::OpenWork> &answer) {
        m_isAsking = false;
        if (answer)
            m_work = {completed(*answer), now()};
        Q_EMIT changed();
        if (!answer)
            Q_EMIT failed(answer.error());
        else if (answer->isDamaged)
            Q_EMIT failed(Error::malformed(QStringLiteral("open_work"), QStringLiteral("lists are missing")));
        else
            Q_EMIT succeeded();
    });
    Q_EMIT changed();
}

/// Keeps the last known list in place of a missing one.
github::OpenWork WorkSource::completed(github::OpenWork work) const
{
    for (const auto list : allLists) {
        if (!(work.*list) && m_work)
            work.*list = m_work->value.*list;
    }
    return work;
}

const github::WorkList *WorkSource::list(std::optional<github::WorkList> github::OpenWork::*which) const
{
    return m_work && m_work->value.*which ? &*(m_work->value.*which) : nullptr;
}

const github::WorkItem *WorkSource::find(const QString &repository, qint64 number) const
{
    for (const auto which : allLists) {
        const github::WorkList *found = list(which);
        for (qsizetype i = 0; number > 0 && found && i < found->items.size(); ++i) {
            const github::WorkItem &item = found->items[i];
            if (item.number == number && item.repository == repository)
                return &item;
        }
    }
    return nullptr;
}

#include "moc_worksource.cpp"
