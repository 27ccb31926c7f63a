// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/strayentries.h"

#include "session/keychain/errorcodes.h"
#include "session/log.h"

StrayEntries::StrayEntries(const ProviderCatalog &catalog, const OwnRegistrations &registrations, AccountStorage &storage,
                           UnusedTokens &unusedTokens)
    : m_catalog(catalog), m_registrations(registrations), m_storage(storage), m_unusedTokens(unusedTokens)
{}

void StrayEntries::clear()
{
    const QStringList keys = m_storage.registry().strayEntries();
    for (const QString &key : keys) {
        const Lock lock = m_storage.entryLock(key);
        if (lock->tryAcquire() == FileLock::Outcome::HeldByOther)
            continue;
        // The process that held the lock may have finished meanwhile.
        if (m_storage.registry().strayEntries().contains(key))
            load(key, lock);
    }
}

void StrayEntries::load(const QString &key, const Lock &lock)
{
    ++m_underWay;
    m_storage.load(key, this, [this, key, lock](const Result<StoredSession> &session) {
        if (session)
            revoke(key, *session, lock);
        else if (keychain::isEntryLost(session.error()))
            remove(key, lock);
        else
            --m_underWay; // The next run may be able to read it.
    });
}

/// Removes the entry only if the server knows, or will be told later.
void StrayEntries::revoke(const QString &key, const StoredSession &session, const Lock &lock)
{
    const auto provider = providerOf(key, session);
    if (!provider) {
        qCWarning(sessionLog) << "an entry remains, since its provider is not known:" << key;
        --m_underWay;
        return;
    }
    m_registrations.completeIfPossible(*provider, this, [this, key, session, lock](const Provider &complete) {
        m_unusedTokens.revoke(complete, session.tokens, this, [this, key, lock](const Result<void> &result) {
            if (result || result.error().code != QLatin1String("not_told"))
                return remove(key, lock);
            --m_underWay;
        });
    });
}

/// Not if the account has been signed in to meanwhile.
void StrayEntries::remove(const QString &key, const Lock &lock)
{
    if (!m_storage.registry().strayEntries().contains(key)) {
        --m_underWay;
        return;
    }
    m_storage.store().remove(key, this, [this, key, lock](const Result<void> &removed) {
        --m_underWay;
        const Result<void> noted = removed ? m_storage.registry().setStray(key, false) : removed;
        if (!noted)
            qCWarning(sessionLog) << "an entry without a record remains:" << noted.error().code;
    });
}

/// A provider's id may contain the same slash that separates it from the account's id.
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
