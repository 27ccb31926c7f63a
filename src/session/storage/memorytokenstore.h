// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/tokenstore.h"

#include <QHash>

/// Forgets everything when the application quits.
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
