// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

/// The state of the desktop's Secret Service, which QtKeychain does not pass on: some keychains say "not found" and "deleted"
/// while they are locked. Asking opens no prompt. Without a Secret Service, nothing counts as locked.
namespace secretservice {

/// Lets libsecret, which QtKeychain uses, connect to the Secret Service in a separate thread: that takes as long as making a
/// QApplication, so a window does both at once. Looks up an entry that cannot exist, so no unlock prompt appears.
/// Without it, the first paint of a signed-in account takes 22 % longer (script/bench).
class Connection
{
public:
    virtual ~Connection() = default; ///< Cancels the lookup and joins the thread.

    /// Emitted when the connection is there, or has failed.
    virtual QFuture<void> opened() const = 0;
};

/// Null if there is no Secret Service to connect to.
std::unique_ptr<Connection> connect();

/// Answers whether an entry exists and is locked; never from inside this call, nor after `context` is gone.
void isEntryLocked(const QString &service, const QString &key, QObject *context, std::function<void(bool)> receiver);

/// The collection that new entries go to. The Secret Service calls it "default" (Secret Service API §4.4).
enum class DefaultCollection {
    Unknown, ///< There is no Secret Service, or it does not answer.
    Missing, ///< None has been made, or the application that keeps it has closed it (KeePassXC).
    Locked,
    Open,
};

/// Answers never from inside this call, nor after `context` is gone.
void askDefaultCollection(QObject *context, std::function<void(DefaultCollection)> receiver);

/// The name of the program that keeps the secrets, as Linux shows it; empty if none runs or it cannot be known, as in a
/// sandbox. Starts no program. Answers never from inside this call, nor after `context` is gone.
void askProgram(QObject *context, std::function<void(const QString &)> receiver);

} // namespace secretservice
