// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/filelock.h"
#include "session/keychain/tokenstore.h"
#include "session/storage/accountregistry.h"
#include "session/storage/paths.h"
#include "session/storage/resourcecache.h"
#include "session/storage/storedsession.h"

#include <memory>

/// What this computer keeps of accounts, by AccountRecord::key(): an entry in the token store, a record in the settings, and
/// a folder of cached answers. One per process; other processes of this user read and change the same.
class AccountStorage : public QObject
{
    Q_OBJECT

public:
    /// `store` and `registry` must outlive this object.
    AccountStorage(TokenStore &store, AccountRegistry &registry, const Paths &paths);

    TokenStore &store() const { return m_store; }
    AccountRegistry &registry() const { return m_registry; }
    const Paths &paths() const { return m_paths; }

    /// Reads the entry. Errors are Storage: those of TokenStore::read() and of StoredSession::fromEntry().
    void load(const QString &key, QObject *context, Receiver<StoredSession> receiver) const;

    /// Writes the entry. Errors are those of TokenStore::write().
    void save(const QString &key, const StoredSession &session, QObject *context, Receiver<void> receiver) const;

    /// Writes a new login or name of an account into its record and, once no other process changes that, into its entry.
    /// Errors are logged: the server will be asked again.
    void rename(const AccountRecord &record);

    /// Removes the record, the cached answers and the entry. An entry that remains is noted as stray. The first error is
    /// answered: Storage "settings_not_written" or "settings_busy", those of TokenStore::remove(), "cache_not_removed".
    void forget(const QString &key, QObject *context, Receiver<void> receiver);

    /// Adds the record of an entry that has been saved. If that fails, nobody could find the entry, so it is removed while
    /// `lock` is held.
    Result<void> list(const AccountRecord &record, const std::shared_ptr<FileLock> &lock);

    /// True if the entry and the record are both gone. A missing record alone may also mean lost settings; only a real
    /// sign-out has removed the entry too.
    void isSignedOutElsewhere(const QString &key, QObject *context, std::function<void(bool)> receiver) const;

    /// Notes that the token store has no stray entry of this key any more. An error is logged.
    void clearStrayMark(const QString &key) const;

    ResourceCache cacheOf(const QString &key) const { return ResourceCache(m_paths.cacheFolderOf(key)); }

    /// Removes the cached answers. An error is logged as well: Storage "cache_not_removed".
    Result<void> clearCache(const QString &key) const;

    /// Held while an account's tokens are refreshed: with rotation a refresh token works once (RFC 9700 §4.14).
    std::unique_ptr<FileLock> refreshLock(const QString &key) const;

    /// Held while the first entry of an account is made, or a stray one is removed.
    std::unique_ptr<FileLock> entryLock(const QString &key) const;

private:
    TokenStore &m_store;
    AccountRegistry &m_registry;
    const Paths m_paths;
};

/// True if the answer to load() says that there is no entry. Some keychains say so while they are locked.
bool isEntryMissing(const Result<StoredSession> &loaded);
