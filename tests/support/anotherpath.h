// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QFileInfo>
#include <QString>

/// Another path to the same file, for tests in which one process plays two: within a process, all QSettings of a path
/// share one cache.
inline QString anotherPathOf(const QString &file)
{
    const QFileInfo info(file);
    const QString link = info.path() + QStringLiteral("-of-another-process");
    if (!QFileInfo::exists(link) && !QFile::link(info.path(), link))
        qFatal("cannot create a symbolic link");
    return link + QLatin1Char('/') + info.fileName();
}
