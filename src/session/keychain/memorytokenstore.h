// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keychain/tokenstore.h"

#include <QHash>

/// Keeps secrets until the process ends: for a demo that leaves nothing behind.
class MemoryTokenStore : public TokenStore
{
public:
    void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) override;
    void remove(const QString &key, QObject *context, Receiver<void> receiver) override;
    QString name() const override { return QStringLiteral("memory"); }

private:
    QHash<QString, QByteArray> m_entries;
};
