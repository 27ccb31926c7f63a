// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/filelock.h"
#include "processes/start.h"

#include <QDeadlineTimer>

namespace processes {

/// One window per user: the first start of a name keeps it, and later ones tell the first and end.
///
/// A lock decides who is first, since a socket alone leaves a moment in which two are; the socket only carries messages.
/// Both are in a folder of the user's own, where nobody else can take the name.
class SingleInstance
{
public:
    enum class Role { First, Later };

    /// `folder` must be the user's alone; it is made where it is missing.
    SingleInstance(const QString &folder, const QString &name);

    /// Becomes the first, or tells the first of this start. Needs no QCoreApplication. Unreachable "instance_hung" where
    /// the first does not answer in time; without a folder to write in, everybody is the first.
    Result<Role> join(const Start &start, std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// Where the first is told.
    QString socketPath() const { return m_socketPath; }

private:
    bool handOver(const QByteArray &line, QDeadlineTimer patience) const;

    QString m_socketPath;
    FileLock m_lock;
};

/// Where the instances of this user meet.
QString runtimeFolder();

/// The line that says that a start was heard.
extern const QByteArray acknowledgement;

} // namespace processes
