// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/strayentries.h"

#include "processes/lockfile.h"
#include "session/log.h"

#include <QDir>

StrayEntries::StrayEntries(const ProviderCatalog &catalog, const OwnRegistrations &registrations, TokenStore &store,
                           AccountRegistry &registry, Session &session)
    : m_catalog(catalog), m_registrations(registrations), m_store(store), m_registry(registry), m_session(session)
{}

void StrayEntries::clear(const Paths &paths)
{
    const QStringList keys = m_registry.strayEntries();
    for (const QString &key : keys) {
        QDir().mkpath(paths.cacheFolder);
        const auto lock = std::make_shared<QLockFile>(paths.entryLockFileOf(key));
        lock->setStaleLockTime(namelessLockAge);
        const bool isTaken = !lock->tryLock(std::chrono::milliseconds(0)) && lock->error() == QLockFile::LockFailedError;
        // Whoever had the lock may have finished meanwhile.
        if (!isTaken && m_registry.strayEntries().contains(key))
            read(key, lock);
    }
}

void StrayEntries::read(const QString &key, const Lock &lock)
{
    ++m_underWay;
    m_store.read(key, this, [this, key, lock](const Result<QByteArray> &entry) {
        const Result<StoredSession> session = entry ? StoredSession::fromEntry(*entry) : Result<StoredSession>(entry.error());
        if (session)
            giveBack(key, *session, lock);
        else if (session.error().code == QLatin1String("unreadable_entry")
                 || session.error().code == QLatin1String("entry_not_found"))
            remove(key, lock);
        else
            --m_underWay; // The next run may be able to read it.
    });
}

/// Removes the entry only when the server knows, or will be told from the queue of revocations.
void StrayEntries::giveBack(const QString &key, const StoredSession &session, const Lock &lock)
{
    const auto provider = providerOf(key, session);
    if (!provider) {
        qCWarning(sessionLog) << "an entry stays, since its provider is not known:" << key;
        --m_underWay;
        return;
    }
    m_registrations.completeIfPossible(*provider, this, [this, key, session, lock](const Provider &complete) {
        m_session.giveBack(complete, session.tokens, this, [this, key, lock](const Result<void> &result) {
            if (result || result.error().code != QLatin1String("not_told"))
                return remove(key, lock);
            --m_underWay;
        });
    });
}

/// Not if the account has been signed in to meanwhile.
void StrayEntries::remove(const QString &key, const Lock &lock)
{
    if (!m_registry.strayEntries().contains(key)) {
        --m_underWay;
        return;
    }
    m_store.remove(key, this, [this, key, lock](const Result<void> &removed) {
        --m_underWay;
        const Result<void> noted = removed ? m_registry.setStray(key, false) : removed;
        if (!noted)
            qCWarning(sessionLog) << "an entry without an account stays:" << noted.error().code;
    });
}

/// The id of a provider may have a slash, like the one between it and the account's id.
std::optional<Provider> StrayEntries::providerOf(const QString &key, const StoredSession &session) const
{
    const QString end = accountKey({}, session.identity.id);
    if (!key.endsWith(end))
        return std::nullopt;
    const auto opened = m_catalog.open(key.chopped(end.size()));
    const auto *provider = std::get_if<Provider>(&opened);
    if (!provider)
        return std::nullopt;
    return withDiscovered(*provider, session);
}

#include "moc_strayentries.cpp"
