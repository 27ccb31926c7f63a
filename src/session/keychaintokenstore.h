// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/tokenstore.h"

#include <QFuture>
#include <QList>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

/// Keeps entries in the keychain of the desktop, by QtKeychain: Secret Service, KWallet or Windows' Credential Manager.
/// Never in plain text. Needs Qt's GLib event dispatcher on Linux.
class KeychainTokenStore : public QObject, public TokenStore
{
    Q_OBJECT

public:
    /// A keychain that asks the person to unlock it may take long; after `patience` the answer is "timed_out", and what
    /// it says later is ignored.
    explicit KeychainTokenStore(const QString &service, std::chrono::milliseconds patience = std::chrono::seconds(60));

    /// Starts what a first question has to wait for, unless that has been done: at once where there is something to read,
    /// also before there is an application, and otherwise while the person signs in.
    void connectAhead();

    void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) override;
    void remove(const QString &key, QObject *context, Receiver<void> receiver) override;
    QString name() const override { return QStringLiteral("keychain"); }

private:
    Receiver<QByteArray> tellingLockedFromMissing(const QString &key, QObject *context, Receiver<QByteArray> receiver) const;

    void start(QKeychain::Job *job);

    template<typename T>
    void run(QKeychain::Job *job, const QString &key, QObject *context, const Receiver<T> &receiver,
             std::function<Result<T>()> answer);

    const QString m_service;
    const std::chrono::milliseconds m_patience;
    QFuture<void> m_connectionAhead;
    QList<QKeychain::Job *> m_waiting; ///< For the connection that is made ahead.
};
