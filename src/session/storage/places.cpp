// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/places.h"

#include <QStandardPaths>
#include <QUrl>

namespace {

Places placesNamed(const QString &name)
{
    const auto folder = [&](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + QLatin1Char('/') + name;
    };
    return {folder(QStandardPaths::GenericConfigLocation) + QStringLiteral("/latchkey.conf"),
            folder(QStandardPaths::GenericCacheLocation),
            folder(QStandardPaths::GenericDataLocation) + QStringLiteral("/ledger.json")};
}

} // namespace

Places Places::ofUser()
{
    return placesNamed(QStringLiteral("latchkey"));
}

Places Places::ofDemo()
{
    return placesNamed(QStringLiteral("latchkey-demo"));
}

QString Places::cacheFolderOf(const QString &accountKey) const
{
    return cacheFolder + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(accountKey));
}

QString Places::refreshLockFileOf(const QString &accountKey) const
{
    return cacheFolderOf(accountKey) + QStringLiteral(".lock");
}

QString Places::entryLockFileOf(const QString &accountKey) const
{
    return cacheFolderOf(accountKey) + QStringLiteral(".entry.lock");
}
