// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"
#include "session/storage/endreason.h"
#include "session/storage/identity.h"

#include <QDateTime>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QSettings;

/// What an account is called in the token store, the cache and the settings.
inline QString accountKey(const QString &providerId, const QString &accountId)
{
    return providerId + QLatin1Char('/') + accountId;
}

/// An account that has been signed in to and is not signed out of. Its tokens are in the token store under key().
struct AccountRecord
{
    QString providerId;
    QString providerName;
    QString host;
    Identity identity;

    QString key() const { return accountKey(providerId, identity.id); }
    bool operator==(const AccountRecord &) const = default;
};

/// Why the last session ended.
struct SessionEnd
{
    EndReason reason;
    QDateTime at; ///< UTC.
};

/// Remembers, in the settings file, what a keychain cannot list: the accounts there are, and how the last session
/// ended. Nothing secret. A change is in the file, read back, or it has not happened: Storage "settings_not_written", or
/// "settings_busy" if another process does not let go of the file. Functions that answer nothing log it: what they remember
/// is a convenience.
class AccountRegistry
{
public:
    explicit AccountRegistry(const QString &settingsFile);
    ~AccountRegistry();

    QList<AccountRecord> accounts() const;

    /// The account to restore first: the one that was shown last.
    std::optional<AccountRecord> active() const;

    /// The account of a provider to restore: the one of its own that was shown last.
    std::optional<AccountRecord> lastOf(const QString &providerId) const;

    /// Adds or updates, and makes it the active one. Its entry is not stray any more.
    Result<void> add(const AccountRecord &account);

    /// Takes the account off the list. Its entry is stray until setStray() says that it is gone.
    Result<void> remove(const QString &key);

    /// Entries that the token store may have although no account is listed for them: those whose sign-in or sign-out was cut
    /// short. They are to be revoked and removed.
    QStringList strayEntries() const;
    Result<void> setStray(const QString &key, bool isStray);

    /// Makes an account that is there the active one.
    void setActive(const QString &key);

    /// True while the account is signed in to as far as any process of this person knows; reads the file anew.
    bool contains(const QString &key) const;

    /// Remembers that new tokens of an account may have been received and not stored, so that the server may not know
    /// the stored ones any more. Durable at once, and read anew: this is for the case that the process ends now, and
    /// another goes on.
    void setRenewalUnsaved(const QString &key, bool isUnsaved);
    bool isRenewalUnsaved(const QString &key) const;

    /// Revocations that wait for another try, by the id under which the token store has them.
    QStringList pendingRevocations() const;
    Result<void> addPendingRevocation(const QString &id);
    void removePendingRevocation(const QString &id);

    std::optional<SessionEnd> lastEnd() const;
    void setLastEnd(const SessionEnd &end);

    /// The provider of the account that was shown last; empty at first.
    QString providerId() const;

    /// Where the file of a provider is that is not in the folders for them. Of those that the accounts are at, and of the one
    /// that was shown last, with their whole path.
    QStringList providerFiles() const;
    void setProviderFile(const QString &providerId, const QString &file);

private:
    using Change = std::function<void(QSettings &settings)>;

    Result<void> setListed(const QString &listKey, const QString &entry, bool isListed);
    Result<void> change(const Change &how);
    bool replaceFile(const Change &how);

    std::unique_ptr<QSettings> m_settings; ///< Read only: QSettings retries a write that has failed whenever it likes.
};
