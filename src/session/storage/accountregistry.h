// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"
#include "session/storage/endreason.h"
#include "session/storage/identity.h"
#include "settings/settingsfile.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

/// Identifies an account in the token store, the cache and the settings.
inline QString accountKey(const QString &providerId, const QString &accountId)
{
    return providerId + QLatin1Char('/') + accountId;
}

/// A signed-in account. Its tokens are in the token store under key().
struct AccountRecord
{
    QString providerId;
    QString providerName;
    QString host;
    Identity identity;
    QStringList formerLogins = {}; ///< Of the same account, on this computer. A Git remote may still name one.

    QString key() const { return accountKey(providerId, identity.id); }
    bool operator==(const AccountRecord &) const = default;
};

/// Why the server may have issued new tokens that are not stored, and so no longer accept the stored ones.
enum class UnsavedRenewal {
    Interrupted, ///< The process ended while it waited for them, or stored them.
    AnswerLost, ///< The server was asked, and no answer came that can be read.
    NotStored, ///< The token store refused them.
};

/// How the last session ended.
struct SessionEnd
{
    EndReason reason;
    QDateTime at; ///< UTC.
    QString server = {}; ///< As people know it; empty if an older version has written it.
};

/// The settings file: the accounts, since a keychain cannot list its entries, and how the last session ended. Nothing
/// secret. A change is written and read back, or it fails as a whole: Storage "settings_not_written", or "settings_busy" if
/// another process holds the file for too long. Functions without a result only log such an error: what they remember is a
/// convenience.
class AccountRegistry
{
public:
    explicit AccountRegistry(const QString &settingsFile);

    QList<AccountRecord> accounts() const;

    /// The account that was shown last, to be restored first.
    std::optional<AccountRecord> active() const;

    /// The account of this provider that was shown last.
    std::optional<AccountRecord> lastOf(const QString &providerId) const;

    /// Adds or updates an account, and makes it the active one. Its entry no longer counts as stray.
    Result<void> add(const AccountRecord &account);

    /// Replaces the record of an account that is listed, such as after a change of its login. It keeps its place.
    Result<void> update(const AccountRecord &account);

    /// The record of an account; nothing if it has none.
    std::optional<AccountRecord> find(const QString &key) const;

    /// Removes an account. Its entry counts as stray until setStray() says that it is gone.
    Result<void> remove(const QString &key);

    /// The keys of entries that the token store may hold without an account, because a sign-in or sign-out was interrupted.
    /// Their tokens must be revoked, and the entries removed.
    QStringList strayEntries() const;
    Result<void> setStray(const QString &key, bool isStray);

    /// Makes an existing account the active one.
    void setActive(const QString &key);

    /// True if the account has a record. Reads the file again, since other processes change it too.
    bool contains(const QString &key) const;

    /// Remembers that a renewal is not stored; nothing if it is, or if nothing is to be stored. Written at once, for the next
    /// process if this one ends now.
    void setUnsavedRenewal(const QString &key, std::optional<UnsavedRenewal> cause);
    std::optional<UnsavedRenewal> unsavedRenewal(const QString &key) const;

    /// Counts a refused renewal whose cause is not certain, for the next process too.
    struct RefusedRenewals
    {
        int count = 0;
        QDateTime since; ///< UTC.
    };
    RefusedRenewals noteRefusedRenewal(const QString &key, const QDateTime &now);
    void clearRefusedRenewals(const QString &key);

    /// Revocations that wait for another try, by their id in the token store.
    QStringList pendingRevocations() const;
    Result<void> addPendingRevocation(const QString &id);
    void removePendingRevocation(const QString &id);

    std::optional<SessionEnd> lastEnd() const;
    void setLastEnd(const SessionEnd &end);

    /// The provider of the account that was shown last; empty at first.
    QString providerId() const;

    /// The absolute paths of provider files outside the folders for them, as far as an account or providerId() needs them.
    QStringList providerFiles() const;
    void setProviderFile(const QString &providerId, const QString &file);

private:
    Result<void> setListed(const QString &listKey, const QString &entry, bool isListed);

    SettingsFile m_file;
};
