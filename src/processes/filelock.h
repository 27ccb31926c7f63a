// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>
#include <QTimer>

#include <chrono>
#include <functional>

/// A lock file that one process of this user holds at a time. It is free again when its holder ends, however that happens.
///
/// A holder that lives keeps its lock however old the file is, by flock or by the open file (qlockfile_unix.cpp and
/// qlockfile_win.cpp, Qt 6.4). A process that is killed between creating its file and writing its name leaves a nameless
/// one, which counts as stale after two seconds.
class FileLock : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Acquired,
        HeldByOther,
        Impossible, ///< No lock file can be made, as on a full disk.
    };

    /// `file` need not exist, nor its folder.
    explicit FileLock(const QString &file);

    /// Blocks for up to `patience`.
    Outcome tryAcquire(std::chrono::milliseconds patience = {});

    /// Waits without blocking and answers once: HeldByOther if another process has kept the lock for longer than `patience`.
    /// Never answers from inside this call, nor after this object is gone.
    void acquire(std::chrono::milliseconds patience, std::function<void(Outcome)> receiver);

    /// The process that holds the lock, by what its file says; 0 if it is not known. A process may have ended since.
    qint64 holder() const;

    /// Does nothing unless this object holds the lock.
    void release();

private:
    void tryOnce();

    QLockFile m_lock;
    QTimer m_retry;
    std::chrono::milliseconds m_patience{};
    std::function<void(Outcome)> m_receiver;
};
