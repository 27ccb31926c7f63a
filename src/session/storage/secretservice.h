// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

/// What the Secret Service of the desktop says of itself, which QtKeychain does not pass on: some keychains say "not
/// found" and "deleted" while they are locked. Asks without opening a prompt. Where there is no Secret Service, nothing
/// is known to be locked.
namespace secretservice {

/// Lets libsecret, by which QtKeychain asks, connect to the Secret Service in a thread of its own: it takes as long as
/// QApplication, so a window starts it before there is one. Looks up an entry that cannot exist, so no prompt appears.
class Connection
{
public:
    virtual ~Connection() = default; ///< Cancels what is under way, and joins the thread.

    /// Finished as soon as there is a connection, or no hope of one.
    virtual QFuture<void> opened() const = 0;
};

/// Null where there is no Secret Service to connect to.
std::unique_ptr<Connection> connect();

/// Whether an entry is there and locked. Not from inside this call, and not after `context` is gone.
void isEntryLocked(const QString &service, const QString &key, QObject *context, std::function<void(bool)> receiver);

/// Whether the person may be asked for a password before an entry can be made: the keychain that new entries go to is locked,
/// or there is none yet.
void mayBePrompting(QObject *context, std::function<void(bool)> receiver);

/// Whether the keychain that new entries go to is locked.
void isDefaultLocked(QObject *context, std::function<void(bool)> receiver);

} // namespace secretservice
