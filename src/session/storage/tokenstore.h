// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QObject>

/// Where what must not be lost or read by others is kept between starts: one entry a key. Errors are Storage:
/// "entry_not_found", "locked" (and nobody has unlocked it), "access_denied", "unavailable", "timed_out", "not_removed".
/// Requests are carried out in the order in which they are made. A receiver is not called after its context is gone,
/// and never from inside the asking call.
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    virtual void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) = 0;

    /// An entry that is not there counts as removed; one that is still there afterwards is an error.
    virtual void remove(const QString &key, QObject *context, Receiver<void> receiver) = 0;

    /// As in `status --json`: "keychain" or "memory".
    virtual QString name() const = 0;
};
