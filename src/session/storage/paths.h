// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Where Latchkey keeps what is not secret (XDG folders on Linux, Known Folders on Windows).
struct Paths
{
    QString settingsFile;
    QString cacheFolder; ///< One folder per account below it.
    QString demoLedgerFile; ///< The demo provider's own, as a server would have it.

    /// The person's own places, or those of the demo.
    static Paths ofUser();
    static Paths ofDemo();

    /// The cache of one account, by its key.
    QString cacheFolderOf(const QString &accountKey) const;

    /// How large the window was.
    QString windowFile() const { return cacheFolder + QStringLiteral("/window"); }

    /// What processes of one person lock before they refresh the tokens of an account.
    QString refreshLockFileOf(const QString &accountKey) const;

    /// What they lock while they put the first entry of an account into the token store, or take a stray one away.
    QString entryLockFileOf(const QString &accountKey) const;
};
