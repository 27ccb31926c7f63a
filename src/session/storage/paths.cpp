// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/paths.h"

#include <QStandardPaths>
#include <QUrl>

namespace {

Paths pathsNamed(const QString &name)
{
    const auto folder = [&](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + QLatin1Char('/') + name;
    };
    return {folder(QStandardPaths::GenericConfigLocation) + QStringLiteral("/latchkey.conf"),
            folder(QStandardPaths::GenericCacheLocation),
            folder(QStandardPaths::GenericDataLocation) + QStringLiteral("/ledger.json")};
}

} // namespace

Paths Paths::ofUser()
{
    return pathsNamed(QStringLiteral("latchkey"));
}

Paths Paths::ofDemo()
{
    return pathsNamed(QStringLiteral("latchkey-demo"));
}

Paths Paths::in(const QString &folder)
{
    return {folder + QStringLiteral("/latchkey.conf"), folder + QStringLiteral("/cache"), folder + QStringLiteral("/ledger.json")};
}

QString Paths::cacheFolderOf(const QString &accountKey) const
{
    return cacheFolder + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(accountKey));
}

QString Paths::refreshLockFileOf(const QString &accountKey) const
{
    return cacheFolderOf(accountKey) + QStringLiteral(".lock");
}

QString Paths::entryLockFileOf(const QString &accountKey) const
{
    return cacheFolderOf(accountKey) + QStringLiteral(".entry.lock");
}
