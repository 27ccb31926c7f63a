// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inbox.h"

#include <algorithm>

namespace {

/// How old open work may become while the inbox is watched.
constexpr std::chrono::seconds freshness(120);

} // namespace

Inbox::Inbox(Account &account, QObject *parent) : QObject(parent), m_account(account)
{
    m_pollTimer.setInterval(github::Notifications().pollInterval);
    connect(&m_pollTimer, &QTimer::timeout, this, &Inbox::poll);
}

github::Request<github::Notifications> Inbox::notificationsRequest() const
{
    return github::notifications(m_account.provider().apiBaseUrl);
}

github::Request<github::OpenWork> Inbox::workRequest() const
{
    return github::openWork(m_account.provider().graphqlUrl);
}

void Inbox::readCache()
{
    m_notifications = m_account.resources().cached(notificationsRequest());
    m_work = m_account.resources().cached(workRequest());
    Q_EMIT changed();
}

/// The interval also counts from an earlier run's question, whose answer is in the cache.
bool Inbox::areNotificationsDue() const
{
    return !m_notifications || now() >= m_notifications->at.addSecs(m_notifications->value.pollInterval.count());
}

bool Inbox::isWorkDue() const
{
    return !m_work || now() >= m_work->at.addSecs(freshness.count());
}

void Inbox::refresh()
{
    if (areNotificationsDue())
        askForNotifications();
    askForWork();
}

void Inbox::setWatched(bool isWatched)
{
    if (!isWatched)
        return m_pollTimer.stop();
    m_pollTimer.start();
    poll();
}

void Inbox::poll()
{
    if (areNotificationsDue())
        askForNotifications();
    if (isWorkDue())
        askForWork();
}

void Inbox::askForNotifications()
{
    if (std::exchange(m_isAskingForNotifications, true))
        return;
    m_account.resources().ask(notificationsRequest(), this, [this](const Result<github::Notifications> &answer) {
        m_isAskingForNotifications = false;
        if (answer) {
            m_notifications = {*answer, now()};
            m_pollTimer.setInterval(answer->pollInterval);
        }
        Q_EMIT changed();
        if (!answer)
            Q_EMIT failed(answer.error());
    });
}

void Inbox::askForWork()
{
    if (std::exchange(m_isAskingForWork, true))
        return;
    m_account.resources().ask(workRequest(), this, [this](const Result<github::OpenWork> &answer) {
        m_isAskingForWork = false;
        if (answer)
            m_work = {completed(*answer), now()};
        Q_EMIT changed();
        if (!answer)
            Q_EMIT failed(answer.error());
        else if (answer->isDamaged)
            Q_EMIT failed(Error::malformed(QStringLiteral("open_work"), QStringLiteral("lists are missing")));
    });
}

/// Keeps the last known list in place of a missing one.
github::OpenWork Inbox::completed(github::OpenWork work) const
{
    for (const auto list : {&github::OpenWork::reviews, &github::OpenWork::pullRequests, &github::OpenWork::issues}) {
        if (!(work.*list) && m_work)
            work.*list = m_work->value.*list;
    }
    return work;
}

std::optional<QList<github::Notification>> Inbox::unread() const
{
    if (!m_notifications)
        return std::nullopt;
    QList<github::Notification> unread = m_notifications->value.unread;
    unread.removeIf([this](const github::Notification &one) { return m_beingMarked.contains(one.thread); });
    return unread;
}

QDateTime Inbox::asOf() const
{
    if (m_notifications && m_work)
        return std::min(m_notifications->at, m_work->at);
    return m_notifications ? m_notifications->at : m_work ? m_work->at : QDateTime();
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
        if (!answer)
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
