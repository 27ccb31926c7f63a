// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inbox.h"

std::optional<int> lastUnread(const Account &account)
{
    if (account.provider().api != Provider::Api::GitHub)
        return std::nullopt;
    const auto notifications = account.resources().cached(github::notifications(account.provider().apiBaseUrl));
    return notifications ? std::optional(int(notifications->value.unread.size())) : std::nullopt;
}

Inbox::Inbox(Account &account, QObject *parent) : QObject(parent), m_account(account)
{
    m_pollTimer.setInterval(github::Notifications().pollInterval);
    connect(&m_pollTimer, &QTimer::timeout, this, &Inbox::refresh);
    connect(&m_account, &Account::awoke, this, [this] {
        if (m_pollTimer.isActive())
            refresh();
    });
}

github::Request<github::Notifications> Inbox::request() const
{
    return github::notifications(m_account.provider().apiBaseUrl);
}

bool Inbox::mayAsk() const
{
    return m_account.scopes().contains(QStringLiteral("notifications")) || m_account.scopes().contains(QStringLiteral("repo"))
        || m_account.provider().isGitHubApp();
}

void Inbox::readCache()
{
    if (m_notifications || !mayAsk())
        return;
    m_notifications = m_account.resources().cached(request());
    if (m_notifications)
        Q_EMIT changed();
}

/// The interval also counts from an earlier run's question, whose answer is in the cache.
bool Inbox::isDue() const
{
    return !m_notifications || now() >= m_notifications->at.addSecs(m_notifications->value.pollInterval.count());
}

void Inbox::setWatched(bool isWatched)
{
    if (!isWatched || !mayAsk())
        return m_pollTimer.stop();
    m_pollTimer.start();
    refresh();
}

void Inbox::refresh()
{
    if (!mayAsk() || !isDue() || std::exchange(m_isAsking, true))
        return;
    m_account.resources().ask(request(), this, [this](const Result<github::Notifications> &answer) {
        m_isAsking = false;
        if (answer) {
            m_notifications = {*answer, now()};
            m_pollTimer.setInterval(answer->pollInterval);
        }
        Q_EMIT changed();
        if (answer)
            Q_EMIT succeeded();
        else
            Q_EMIT failed(answer.error());
    });
    Q_EMIT changed();
}

std::optional<QList<github::Notification>> Inbox::unread() const
{
    if (!m_notifications)
        return std::nullopt;
    QList<github::Notification> unread = m_notifications->value.unread;
    unread.removeIf([this](const github::Notification &one) { return m_beingMarked.contains(one.thread); });
    return unread;
}

void Inbox::markThreadRead(const QString &thread)
{
    markRead({thread}, github::markThreadRead(m_account.provider().apiBaseUrl, thread));
}

/// Marks notifications up to the time of the list: the person has not seen later ones.
void Inbox::markRepositoryRead(const QString &repository)
{
    QStringList threads;
    for (const github::Notification &one : unread().value_or(QList<github::Notification>())) {
        if (one.repository == repository)
            threads.append(one.thread);
    }
    if (!threads.isEmpty())
        markRead(threads, github::markRepositoryRead(m_account.provider().apiBaseUrl, repository, m_notifications->at));
}

void Inbox::markRead(const QStringList &threads, const github::Request<void> &request)
{
    for (const QString &thread : threads)
        m_beingMarked.insert(thread);
    m_account.resources().ask(request, this, [this, threads](const Result<void> &answer) {
        if (answer)
            removeThreads(threads);
        for (const QString &thread : threads)
            m_beingMarked.remove(thread);
        Q_EMIT changed();
        if (answer)
            Q_EMIT succeeded();
        else
            Q_EMIT failed(answer.error());
    });
    Q_EMIT changed();
}

void Inbox::removeThreads(const QStringList &threads)
{
    Q_ASSERT(m_notifications); // Threads to mark come from there.
    m_notifications->value.unread.removeIf(
        [&threads](const github::Notification &one) { return threads.contains(one.thread); });
}

#include "moc_inbox.cpp"
