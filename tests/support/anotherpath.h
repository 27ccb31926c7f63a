// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QFileInfo>
#include <QString>

/// The same file by another path, for a test that plays two processes: in one process QSettings has one memory for a path.
inline QString anotherPathOf(const QString &file)
{
    const QFileInfo info(file);
    const QString link = info.path() + QStringLiteral("-of-another-process");
    if (!QFileInfo::exists(link) && !QFile::link(info.path(), link))
        qFatal("no link can be made");
    return link + QLatin1Char('/') + info.fileName();
}
