// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLockFile>
#include <QTimer>

#include <chrono>
#include <functional>

/// Lets one process of this person at a time refresh the tokens of an account, since with rotation a refresh token works once
/// (RFC 9700 §4.14), or make its entry in the token store. Free again when its holder ends, however that comes.
class RefreshLock : public QObject
{
    Q_OBJECT

public:
    /// `file` need not exist, nor its folder.
    explicit RefreshLock(const QString &file);

    /// Says once whether the lock is ours; false when another process has kept it for longer than `patience`. Never from
    /// inside this call, and not after this object is gone.
    void acquire(std::chrono::milliseconds patience, std::function<void(bool isOurs)> receiver);

private:
    void tryOnce();

    QLockFile m_lock;
    QTimer m_retry;
    std::chrono::milliseconds m_patience{};
    std::function<void(bool)> m_receiver;
};
