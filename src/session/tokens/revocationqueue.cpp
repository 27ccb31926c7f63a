// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/revocationqueue.h"

#include "oauth/revocation.h"
#include "session/keychain/errorcodes.h"
#include "session/tokens/log.h"

#include <QUuid>

#include <algorithm>

namespace {

QUrl serverOf(const PendingRevocation &revocation)
{
    const QUrl &endpoint = revocation.server.revocationEndpoint;
    return endpoint.isEmpty() ? revocation.server.applicationsEndpoint : endpoint;
}

/// A server that asked for longer, or a clock that was wrong, must not keep tokens alive for good.
constexpr qint64 longestWait = 24 * 3600;

constexpr qint64 mostDays = 30;

/// How long a revocation of an earlier run still has to wait.
std::chrono::seconds waitOf(const PendingRevocation &revocation, const QDateTime &now)
{
    if (!revocation.notBefore.isValid())
        return std::chrono::seconds(0);
    return std::chrono::seconds(std::clamp<qint64>(now.secsTo(revocation.notBefore), 0, longestWait));
}

} // namespace

RevocationQueue::RevocationQueue(AccountStorage &storage, const SessionOptions &options)
    : m_store(storage.store()), m_registry(storage.registry()), m_options(options)
{}

void RevocationQueue::add(const PendingRevocation &revocation, QObject *context, Receiver<void> receiver)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_pending.insert(id, revocation).value().since = m_options.clock();
    // Kept only if it may have to wait. The first try does not wait for the keychain.
    if (oauth::Revocation::isPossible(revocation.server, revocation.client))
        keep(id, m_pending.value(id));
    ++m_underWay;
    attempt(id, [this, context = QPointer(context), receiver](const Result<void> &result) {
        --m_underWay;
        if (context)
            receiver(result);
    });
}

/// Listed first: an entry that is not listed could not be found again.
void RevocationQueue::keep(const QString &id, const PendingRevocation &revocation)
{
    m_unkept.insert(id);
    if (!m_registry.addPendingRevocation(id))
        return;
    m_store.write(storeKey(id), revocation.toEntry(), this, [this, id](const Result<void> &result) {
        if (result)
            return noteKept(id);
        qCWarning(tokensLog) << "a revocation will be forgotten at quit:" << result.error().code;
        // A keychain that does not answer may store the entry yet.
        if (result.error().code != keychain::timedOut)
            m_registry.removePendingRevocation(id);
    });
}

/// Another process may have looked for the entry before it existed, and have removed it from the list.
void RevocationQueue::noteKept(const QString &id)
{
    if (m_pending.contains(id) && !m_registry.pendingRevocations().contains(id) && !m_registry.addPendingRevocation(id))
        return;
    m_unkept.remove(id);
    keepWait(id);
}

/// A server that cannot be reached may be reached yet, but one that always answers in this way will not change.
bool RevocationQueue::isHopeless(const QString &id, const Error &error) const
{
    const QDateTime since = m_pending.value(id).since;
    static const QStringList notNow{QStringLiteral("limit_reached"), QStringLiteral("temporarily_unavailable"),
                                    QStringLiteral("server_error")};
    const bool isAnswer = error.code.startsWith(QLatin1String("http_")) || notNow.contains(error.code);
    return isAnswer && since.isValid() && since.daysTo(m_options.clock()) >= mostDays;
}

void RevocationQueue::noteWait(const QString &id, std::chrono::seconds wait)
{
    const auto revocation = m_pending.find(id);
    if (revocation == m_pending.end())
        return;
    revocation->notBefore = wait.count() > 0 ? m_options.clock().addSecs(wait.count()) : QDateTime();
    keepWait(id);
}

/// For the next run. An entry that is still being written gets it afterwards.
void RevocationQueue::keepWait(const QString &id)
{
    const auto revocation = m_pending.constFind(id);
    if (revocation != m_pending.constEnd() && revocation->notBefore.isValid() && !m_unkept.contains(id))
        m_store.write(storeKey(id), revocation->toEntry(), this, ignore);
}

/// Entries of older versions do not say since when they wait.
void RevocationQueue::keepSince(const QString &id)
{
    PendingRevocation &revocation = m_pending[id];
    if (revocation.since.isValid())
        return;
    revocation.since = m_options.clock();
    m_store.write(storeKey(id), revocation.toEntry(), this, ignore);
}

void RevocationQueue::resume()
{
    const QStringList ids = m_registry.pendingRevocations();
    for (const QString &id : ids) {
        ++m_underWay;
        m_store.read(storeKey(id), this, [this, id](const Result<QByteArray> &entry) { resumeOne(id, entry); });
    }
}

void RevocationQueue::resumeOne(const QString &id, const Result<QByteArray> &entry)
{
    const auto whenDone = [this] { --m_underWay; };
    const Result<PendingRevocation> revocation =
        entry ? PendingRevocation::fromEntry(*entry) : Result<PendingRevocation>(entry.error());
    if (m_pending.contains(id))
        return whenDone(); // It is of this run.
    if (revocation) {
        m_pending.insert(id, *revocation);
        keepSince(id);
        const std::chrono::seconds wait = waitOf(*revocation, m_options.clock());
        if (wait.count() > 0) {
            retryOf(serverOf(*revocation)).retryLater(wait);
            return whenDone();
        }
        attempt(id, [whenDone](const Result<void> &) { whenDone(); });
    } else if (keychain::isEntryLost(revocation.error())) {
        forget(id, whenDone);
    } else {
        whenDone(); // The next run may be able to read it.
    }
}

void RevocationQueue::attempt(const QString &id, const Receiver<void> &receiver)
{
    const PendingRevocation revocation = m_pending.value(id);
    m_inFlight.insert(id);
    auto *attempt = new oauth::Revocation(revocation.server, revocation.client, revocation.tokens, revocation.extent,
                                          m_options.limits);
    attempt->setParent(this);
    attempt->start(this, [this, id, revocation, attempt, receiver](const Result<void> &result) {
        attempt->deleteLater();
        m_inFlight.remove(id);
        const auto answer = [receiver, result] {
            if (receiver)
                receiver(result);
        };
        if (result || result.error().kind != Error::Kind::Unreachable)
            return forget(id, answer);
        if (isHopeless(id, result.error())) {
            Q_EMIT givenUp(serverOf(revocation).host());
            return forget(id, answer);
        }
        retryOf(serverOf(revocation)).retryLater(result.error().retryAfter);
        noteWait(id, result.error().retryAfter);
        answerUnreached(id, result, receiver);
    });
}

/// Waits until it is known whether the next run can try again.
void RevocationQueue::answerUnreached(const QString &id, const Result<void> &result, const Receiver<void> &receiver)
{
    if (!receiver)
        return;
    m_store.read(storeKey(id), this, [this, id, result, receiver](const Result<QByteArray> &) {
        receiver(m_unkept.contains(id) ? Result<void>(Error{Error::Kind::Denied, QStringLiteral("not_told")}) : result);
    });
}

RetryTimer &RevocationQueue::retryOf(const QUrl &server)
{
    std::unique_ptr<RetryTimer> &timer = m_retries[server];
    if (!timer) {
        timer = std::make_unique<RetryTimer>(m_options);
        connect(timer.get(), &RetryTimer::due, this, [this, server] { attemptAllAt(server); });
    }
    return *timer;
}

void RevocationQueue::attemptAllAt(const QUrl &server)
{
    const QStringList ids = m_pending.keys();
    for (const QString &id : ids) {
        if (!m_inFlight.contains(id) && serverOf(m_pending.value(id)) == server)
            attempt(id);
    }
}

void RevocationQueue::wake()
{
    for (const auto &[server, timer] : m_retries)
        timer->wake();
}

/// Removed from the list last: what a crash leaves on it is tried again, which does no harm.
void RevocationQueue::forget(const QString &id, const std::function<void()> &whenDone)
{
    const QUrl server = serverOf(m_pending.take(id));
    const bool isServerDone = std::none_of(m_pending.cbegin(), m_pending.cend(),
                                           [&](const PendingRevocation &other) { return serverOf(other) == server; });
    if (isServerDone)
        m_retries.erase(server); // The next failure there waits briefly again.
    m_unkept.remove(id);
    if (!m_registry.pendingRevocations().contains(id))
        return whenDone();
    m_store.remove(storeKey(id), this, [this, id, whenDone](const Result<void> &removed) {
        if (removed)
            m_registry.removePendingRevocation(id);
        whenDone();
    });
}

#include "moc_revocationqueue.cpp"
