// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/memorytokenstore.h"

#include "result/answering.h"
#include "session/keychain/errorcodes.h"

void MemoryTokenStore::read(const QString &key, QObject *context, Receiver<QByteArray> receiver)
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.constEnd())
        answerLater<QByteArray>(context, receiver, Error{Error::Kind::Storage, keychain::entryNotFound});
    else
        answerLater<QByteArray>(context, receiver, *entry);
}

void MemoryTokenStore::write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver)
{
    m_entries.insert(key, secret);
    answerLater<void>(context, receiver, {});
}

void MemoryTokenStore::remove(const QString &key, QObject *context, Receiver<void> receiver)
{
    m_entries.remove(key);
    answerLater<void>(context, receiver, {});
}
