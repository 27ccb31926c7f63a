// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/accountstorage.h"

#include "result/answering.h"
#include "session/keychain/errorcodes.h"
#include "session/storage/log.h"

namespace {

/// Longer than a renewal takes, or the storing of a sign-in.
constexpr std::chrono::seconds patienceWithOthers(60);

using Locks = QList<std::shared_ptr<FileLock>>;

/// One after the other. Not at all if another process holds one for too long: the next start finds the difference and tries
/// again.
void acquireAll(const Locks &locks, QObject *context, const std::function<void()> &receiver, qsizetype first = 0)
{
    if (first == locks.size())
        return receiver();
    locks[first]->acquire(patienceWithOthers, [context = QPointer(context), locks, receiver, first](FileLock::Outcome outcome) {
        if (!context)
            return;
        if (outcome != FileLock::Outcome::HeldByOther)
            acquireAll(locks, context, receiver, first + 1);
        else
            qCWarning(storageLog) << "an entry has kept its old login: another process changes it";
    });
}

} // namespace

AccountStorage::AccountStorage(TokenStore &store, AccountRegistry &registry, const Paths &paths)
    : m_store(store), m_registry(registry), m_paths(paths)
{}

void AccountStorage::load(const QString &key, QObject *context, Receiver<StoredSession> receiver) const
{
    m_store.read(key, context, [receiver = std::move(receiver)](const Result<QByteArray> &entry) {
        receiver(entry ? StoredSession::fromEntry(*entry) : Result<StoredSession>(entry.error()));
    });
}

void AccountStorage::save(const QString &key, const StoredSession &session, QObject *context, Receiver<void> receiver) const
{
    m_store.write(key, session.toEntry(), context, std::move(receiver));
}

void AccountStorage::rename(const AccountRecord &record)
{
    if (const Result<void> updated = m_registry.update(record); !updated)
        qCWarning(storageLog) << "an account has kept its old login:" << updated.error().code;
    const Locks locks{entryLock(record.key()), refreshLock(record.key())};
    acquireAll(locks, this, [this, record, locks] {
        load(record.key(), this, [this, record, locks](const Result<StoredSession> &loaded) {
            if (!loaded || loaded->identity.id != record.identity.id || loaded->identity == record.identity)
                return;
            StoredSession renamed = *loaded;
            renamed.identity = record.identity;
            save(record.key(), renamed, this, [locks](const Result<void> &saved) {
                if (!saved)
                    qCWarning(storageLog) << "an entry has kept its old login:" << saved.error().code;
            });
        });
    });
}

void AccountStorage::forget(const QString &key, QObject *context, Receiver<void> receiver)
{
    const Result<void> unlisted = m_registry.remove(key);
    const Result<void> cleared = clearCache(key);
    m_store.remove(key, this, [=, this, context = QPointer(context)](const Result<void> &removed) {
        if (!removed)
            qCWarning(storageLog) << "the token store keeps an entry:" << removed.error().code;
        else if (!m_registry.contains(key))
            clearStrayMark(key);
        if (context)
            receiver(!unlisted ? unlisted : !removed ? removed : cleared);
    });
}

Result<void> AccountStorage::list(const AccountRecord &record, const std::shared_ptr<FileLock> &lock)
{
    m_registry.clearRefusedRenewals(record.key()); // They were of the tokens before.
    const Result<void> added = m_registry.add(record);
    if (added || m_registry.contains(record.key()))
        return {};
    m_store.remove(record.key(), this, [this, key = record.key(), lock](const Result<void> &removed) {
        if (removed)
            clearStrayMark(key);
    });
    return added;
}

void AccountStorage::isSignedOutElsewhere(const QString &key, QObject *context, std::function<void(bool)> receiver) const
{
    load(key, context, [this, key, receiver = std::move(receiver)](const Result<StoredSession> &session) {
        receiver(isEntryMissing(session) && !m_registry.contains(key));
    });
}

void AccountStorage::clearStrayMark(const QString &key) const
{
    if (const Result<void> cleared = m_registry.setStray(key, false); !cleared)
        qCWarning(storageLog) << "an entry is noted as stray that is not there:" << cleared.error().code;
}

Result<void> AccountStorage::clearCache(const QString &key) const
{
    const Result<void> cleared = cacheOf(key).clear();
    if (!cleared)
        qCWarning(storageLog) << "cached answers remain:" << cleared.error().detail;
    return cleared;
}

std::unique_ptr<FileLock> AccountStorage::refreshLock(const QString &key) const
{
    return std::make_unique<FileLock>(m_paths.refreshLockFileOf(key));
}

std::unique_ptr<FileLock> AccountStorage::entryLock(const QString &key) const
{
    return std::make_unique<FileLock>(m_paths.entryLockFileOf(key));
}

bool isEntryMissing(const Result<StoredSession> &loaded)
{
    return !loaded && loaded.error().code == keychain::entryNotFound;
}

#include "moc_accountstorage.cpp"
