// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keychain/secretservice.h"
#include "session/keychain/tokenstore.h"

#include <QList>

#include <chrono>
#include <functional>
#include <memory>

class QTimer;
namespace QKeychain {
class Job;
}

/// How long a keychain may take to answer.
struct KeychainPatience
{
    std::chrono::milliseconds answer{10'000}; ///< After that the keychain counts as hanging.
    std::chrono::milliseconds unlocking{60'000}; ///< For a locked keychain, which asks the person for its password.
};

/// Keeps entries in the desktop's keychain through QtKeychain: Secret Service, KWallet or Windows' Credential Manager. Never
/// in plain text. Needs Qt's GLib event dispatcher on Linux.
class KeychainTokenStore : public QObject, public TokenStore
{
    Q_OBJECT

public:
    /// When its patience is over, a request is answered with "timed_out", and a later reply is ignored. While the keychain
    /// hangs, all other requests are answered so at once, without asking it.
    explicit KeychainTokenStore(const QString &service, const KeychainPatience &patience = {});
    ~KeychainTokenStore() override;

    /// Connects to the keychain, which the first request would have to wait for. May be called before QCoreApplication
    /// exists, and more than once.
    void connectAhead();

    /// True while requests are under way that the keychain may still answer.
    bool isBusy() const { return m_underWay > 0 && !isHung(); }

    void read(const QString &key, QObject *context, Receiver<QByteArray> receiver) override;
    void write(const QString &key, const QByteArray &secret, QObject *context, Receiver<void> receiver) override;
    void remove(const QString &key, QObject *context, Receiver<void> receiver) override;
    QString name() const override { return QStringLiteral("keychain"); }

Q_SIGNALS:
    void jobEnded();

private:
    Receiver<QByteArray> explainingNotFound(const QString &key, QObject *context, Receiver<QByteArray> receiver) const;

    bool isHung() const { return m_hung > 0; }
    void start(QKeychain::Job *job);
    void watch(QKeychain::Job *job, const QString &key, QTimer *watchdog) const;

    template<typename T>
    void run(QKeychain::Job *job, const QString &key, QObject *context, const Receiver<T> &receiver,
             std::function<Result<T>()> answer);

    const QString m_service;
    const KeychainPatience m_patience;
    std::unique_ptr<secretservice::Connection> m_connection; ///< See connectAhead().
    QList<QKeychain::Job *> m_waiting; ///< For m_connection.
    int m_underWay = 0; ///< Number of jobs.
    int m_hung = 0; ///< How many of them were answered with "timed_out".
};
