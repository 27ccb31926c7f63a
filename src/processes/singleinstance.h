// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "processes/filelock.h"
#include "processes/start.h"

#include <QDeadlineTimer>

namespace processes {

/// One window per user: the first start of a name holds it, and later ones hand over to the first and end.
///
/// A lock decides which start is first; a socket alone would leave a moment with two. The socket only carries messages. Both
/// are in a folder that only this user can write to.
class SingleInstance
{
public:
    enum class Role { First, Later };

    /// Only this user may be able to write to `folder`, which need not exist.
    SingleInstance(const QString &folder, const QString &name);
    ~SingleInstance();
    Q_DISABLE_COPY_MOVE(SingleInstance)

    /// Becomes the first, or hands `start` over to the first. Needs no QCoreApplication. Unreachable "instance_hung" if the
    /// first does not answer in time. If `folder` cannot be written to, every start is the first.
    Result<Role> join(const Start &start, std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// The process that holds the name; 0 if it is not known.
    qint64 first() const { return m_lock.holder(); }

    /// The socket of the first. Valid while this object exists.
    QString socketPath() const { return m_socketPath; }

private:
    bool handOver(const QByteArray &line, QDeadlineTimer patience) const;
    void shortenSocketPath();

    QString m_socketPath;
    int m_folderHandle = -1;
    FileLock m_lock;
};

/// The folder in which the starts of this user find each other.
QString runtimeFolder();

/// The line with which the first confirms a start.
extern const QByteArray acknowledgement;

} // namespace processes
