// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QObject>

/// Keeps secrets between starts, one entry per key. Errors are Storage: "entry_not_found", "locked" (and nobody has
/// unlocked it), "access_denied", "unavailable", "timed_out", "not_removed". Requests are carried out in their order. A
/// receiver is never called from inside the asking call, nor after its context is gone.
class TokenStore
{
public:
    virtual ~TokenStore() = default;

    virtual void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) = 0;

    /// A missing entry counts as removed. An entry that is still there afterwards is an error.
    virtual void remove(const QString &key, QObject *context, Receiver<void> receiver) = 0;

    /// The name in `status --json`: "keychain", or "memory" in a demo that keeps nothing.
    virtual QString name() const = 0;
};
