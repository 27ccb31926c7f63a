// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/filelock.h"

#include "processes/log.h"

#include <QDir>
#include <QFileInfo>

namespace {

constexpr std::chrono::milliseconds betweenTries(25);

/// Never 0: without an age Qt keeps a nameless lock file for good, and its default is 30 s (Qt 6.4).
constexpr std::chrono::milliseconds namelessLockAge(2000);

} // namespace

FileLock::FileLock(const QString &file) : m_lock(file)
{
    m_lock.setStaleLockTime(namelessLockAge);
    connect(&m_retry, &QTimer::timeout, this, &FileLock::tryOnce);
}

FileLock::Outcome FileLock::tryAcquire(std::chrono::milliseconds patience)
{
    QDir().mkpath(QFileInfo(m_lock.fileName()).path());
    if (m_lock.tryLock(patience))
        return Outcome::Acquired;
    if (m_lock.error() == QLockFile::LockFailedError)
        return Outcome::HeldByOther;
    qCWarning(processesLog) << "no lock:" << m_lock.fileName() << m_lock.error();
    return Outcome::Impossible;
}

void FileLock::acquire(std::chrono::milliseconds patience, std::function<void(Outcome)> receiver)
{
    Q_ASSERT(!m_receiver);
    m_patience = patience;
    m_receiver = std::move(receiver);
    m_retry.start(0);
}

qint64 FileLock::holder() const
{
    qint64 process = 0;
    QString host;
    QString application;
    return m_lock.getLockInfo(&process, &host, &application) ? process : 0;
}

void FileLock::release()
{
    m_retry.stop();
    m_receiver = nullptr;
    m_lock.unlock();
}

void FileLock::tryOnce()
{
    const Outcome outcome = tryAcquire();
    if (outcome == Outcome::HeldByOther && m_patience > betweenTries) {
        m_patience -= betweenTries;
        return m_retry.start(betweenTries);
    }
    m_retry.stop();
    std::exchange(m_receiver, nullptr)(outcome);
}

#include "moc_filelock.cpp"
