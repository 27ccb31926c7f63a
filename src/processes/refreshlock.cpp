// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/refreshlock.h"

#include "processes/lockfile.h"
#include "processes/log.h"

#include <QDir>
#include <QFileInfo>

namespace {

constexpr std::chrono::milliseconds betweenTries(25);

} // namespace

RefreshLock::RefreshLock(const QString &file) : m_lock(file)
{
    m_lock.setStaleLockTime(namelessLockAge);
    connect(&m_retry, &QTimer::timeout, this, &RefreshLock::tryOnce);
}

void RefreshLock::acquire(std::chrono::milliseconds patience, std::function<void(bool)> receiver)
{
    QDir().mkpath(QFileInfo(m_lock.fileName()).path());
    m_patience = patience;
    m_receiver = std::move(receiver);
    m_retry.start(0);
}

void RefreshLock::tryOnce()
{
    const bool isOurs = m_lock.tryLock(0);
    const bool isTaken = !isOurs && m_lock.error() == QLockFile::LockFailedError;
    if (isTaken && m_patience > betweenTries) {
        m_patience -= betweenTries;
        return m_retry.start(betweenTries);
    }
    m_retry.stop();
    if (!isOurs)
        qCWarning(processesLog) << "no lock:" << m_lock.fileName() << m_lock.error();
    // Where no lock can be had at all, as on a disk that is full, going on without is better than no refresh and no sign-in.
    std::exchange(m_receiver, nullptr)(isOurs || !isTaken);
}

#include "moc_refreshlock.cpp"
