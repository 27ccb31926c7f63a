// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For systems without D-Bus, whose keychains report that they are locked.

#include "session/keychain/secretservice.h"

namespace secretservice {

std::unique_ptr<Connection> connect()
{
    return nullptr;
}

void isEntryLocked(const QString &, const QString &, QObject *context, std::function<void(bool)> receiver)
{
    QMetaObject::invokeMethod(context, [receiver] { receiver(false); }, Qt::QueuedConnection);
}

void askDefaultCollection(QObject *context, std::function<void(DefaultCollection)> receiver)
{
    QMetaObject::invokeMethod(context, [receiver] { receiver(DefaultCollection::Unknown); }, Qt::QueuedConnection);
}

void askProgram(QObject *context, std::function<void(const QString &)> receiver)
{
    QMetaObject::invokeMethod(context, [receiver] { receiver({}); }, Qt::QueuedConnection);
}

} // namespace secretservice
