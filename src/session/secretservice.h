// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QObject>

#include <functional>

/// What the Secret Service of the desktop says of itself, which QtKeychain does not pass on: some keychains say "not
/// found" and "deleted" while they are locked. Asks without opening a prompt. Where there is no Secret Service, nothing
/// is known to be locked.
namespace secretservice {

/// Lets libsecret, by which QtKeychain asks, connect to the Secret Service in a thread of its own: it takes as long as
/// QApplication, so it is called before there is one. Asks for nothing that is there, and so unlocks nothing.
QFuture<void> connectAhead();

/// Whether an entry is there and locked. Not from inside this call, and not after `context` is gone.
void isEntryLocked(const QString &service, const QString &key, QObject *context, std::function<void(bool)> receiver);

/// Whether the keychain that new entries go to is locked.
void isDefaultLocked(QObject *context, std::function<void(bool)> receiver);

} // namespace secretservice
