// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Files and folders for all that is not secret (XDG folders on Linux, Known Folders on Windows).
struct Paths
{
    QString settingsFile;
    QString cacheFolder; ///< One folder per account below it.
    QString demoLedgerFile; ///< Of the demo provider, which plays the server.

    /// For the person's accounts, and for the demo.
    static Paths ofUser();
    static Paths ofDemo();

    /// All in one folder.
    static Paths in(const QString &folder);

    /// The cached answers of one account.
    QString cacheFolderOf(const QString &accountKey) const;

    /// The last size of the window.
    QString windowFile() const { return cacheFolder + QStringLiteral("/window"); }

    /// How the desktop looked last.
    QString desktopFile() const { return cacheFolder + QStringLiteral("/desktop"); }

    /// What the pages of one account remember, such as filters.
    QString viewFileOf(const QString &accountKey) const { return cacheFolderOf(accountKey) + QStringLiteral("/views"); }

    /// See AccountStorage::refreshLock().
    QString refreshLockFileOf(const QString &accountKey) const;

    /// See AccountStorage::entryLock().
    QString entryLockFileOf(const QString &accountKey) const;
};
