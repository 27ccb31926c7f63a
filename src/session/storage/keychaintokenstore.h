// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/secretservice.h"
#include "session/storage/tokenstore.h"

#include <QList>

#include <chrono>
#include <functional>
#include <memory>

class QTimer;
namespace QKeychain {
class Job;
}

/// How long a question to a keychain may take.
struct KeychainPatience
{
    std::chrono::milliseconds answer{10'000}; ///< Then the keychain hangs.
    std::chrono::milliseconds unlocking{60'000}; ///< For a keychain that is locked: it asks the person for its password.
};

/// Keeps entries in the keychain of the desktop, by QtKeychain: Secret Service, KWallet or Windows' Credential Manager.
/// Never in plain text. Needs Qt's GLib event dispatcher on Linux.
class KeychainTokenStore : public QObject, public TokenStore
{
    Q_OBJECT

public:
    /// After its patience a question is answered with "timed_out", and what the keychain says later is ignored. While it
    /// hangs, all other questions get that answer at once and are not asked.
    explicit KeychainTokenStore(const QString &service, const KeychainPatience &patience = {});
    ~KeychainTokenStore() override;

    /// Starts what a first question has to wait for, unless that has been done: at once where there is something to read,
    /// also before there is an application, and otherwise while the person signs in.
    void connectAhead();

    /// True while the keychain is at work on questions that it may still answer.
    bool isBusy() const { return m_underWay > 0 && !isHung(); }

    void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) override;
    void remove(const QString &key, QObject *context, Receiver<void> receiver) override;
    QString name() const override { return QStringLiteral("keychain"); }

Q_SIGNALS:
    void jobEnded();

private:
    Receiver<QByteArray> tellingLockedFromMissing(const QString &key, QObject *context, Receiver<QByteArray> receiver) const;

    bool isHung() const { return m_hung > 0; }
    void start(QKeychain::Job *job);
    void watch(QKeychain::Job *job, const QString &key, QTimer *watchdog) const;

    template<typename T>
    void run(QKeychain::Job *job, const QString &key, QObject *context, const Receiver<T> &receiver,
             std::function<Result<T>()> answer);

    const QString m_service;
    const KeychainPatience m_patience;
    std::unique_ptr<secretservice::Connection> m_connection; ///< Made ahead.
    QList<QKeychain::Job *> m_waiting; ///< For that connection.
    int m_underWay = 0; ///< Jobs.
    int m_hung = 0; ///< Those of them whose question has been answered with "timed_out".
};
