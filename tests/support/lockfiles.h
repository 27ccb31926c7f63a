// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

/// As if it were there for a day.
inline bool makeOld(const QString &lockFile)
{
    QFile file(lockFile);
    return file.open(QIODevice::ReadWrite)
           && file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime);
}

/// As a process leaves it that is killed before it has written its name there.
inline bool leaveNobodysLock(const QString &lockFile)
{
    return QDir().mkpath(QFileInfo(lockFile).path()) && QFile(lockFile).open(QIODevice::WriteOnly);
}
