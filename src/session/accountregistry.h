// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/identity.h"

#include <QDateTime>

#include <memory>
#include <optional>

class QSettings;

/// An account that has been signed in to and is not signed out of. Its tokens are in the token store under key().
struct AccountRecord
{
    QString providerId;
    QString providerName;
    QString host;
    Identity identity;

    QString key() const { return providerId + QLatin1Char('/') + identity.id; }
};

/// Why the last session ended.
struct SessionEnd
{
    /// "signed_out", or a word for why the server or the keychain ended it: "revoked", "refresh_refused".
    QString reason;
    QDateTime at; ///< UTC.
};

/// Remembers, in the settings file, what a keychain cannot list: the accounts there are, and how the last session
/// ended. Nothing secret.
class AccountRegistry
{
public:
    explicit AccountRegistry(const QString &settingsFile);
    ~AccountRegistry();

    QList<AccountRecord> accounts() const;

    /// The account to restore: the one signed in to last.
    std::optional<AccountRecord> active() const;

    /// Adds or updates, and makes it the active one.
    void add(const AccountRecord &account);
    void remove(const QString &key);

    std::optional<SessionEnd> lastEnd() const;
    void setLastEnd(const SessionEnd &end);

    /// The provider that was signed in to last; empty at first.
    QString providerId() const;

private:
    void save(const QList<AccountRecord> &accounts);

    std::unique_ptr<QSettings> m_settings;
};
