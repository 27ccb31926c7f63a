// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

/// Makes a lock file look a day old.
inline bool makeOld(const QString &lockFile)
{
    QFile file(lockFile);
    return file.open(QIODevice::ReadWrite)
           && file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime);
}

/// Leaves the empty lock file of a process that was killed before it wrote its name.
inline bool leaveNobodysLock(const QString &lockFile)
{
    return QDir().mkpath(QFileInfo(lockFile).path()) && QFile(lockFile).open(QIODevice::WriteOnly);
}
