// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/accountstorage.h"
#include "session/storage/pendingrevocation.h"
#include "session/tokens/retrytimer.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <memory>

/// Revokes tokens now or, if the server cannot be reached or says "not now", later: a revocation that waits is kept in the
/// token store, with the time that the server asks to wait for, and goes on after a restart (RFC 7009 §2.2.1 asks for another
/// try after a 503). Only a success or a final refusal ends it, or 30 days of answers that are neither: a firewall that stays.
/// One per process.
class RevocationQueue : public QObject
{
    Q_OBJECT

public:
    RevocationQueue(AccountStorage &storage, const SessionOptions &options);

    /// Answers how the first try went, once the token store has nothing left of it or has all that another try needs. Errors
    /// are those of oauth::Revocation. After Unreachable there will be more tries, if need be by the next run. Denied
    /// "not_told": the server could not be reached, and there will be no other try, since the tokens could not be stored.
    void add(const PendingRevocation &revocation, QObject *context, Receiver<void> receiver);

    /// True while the first try of a revocation is under way.
    bool isBusy() const { return m_underWay > 0; }

    /// Goes on with the revocations of earlier runs; isBusy() until each has been tried, or waits as its server asks.
    void resume();

    /// The machine has woken up, or the network is back: tries now what waits for another try, unless its server has asked
    /// to wait.
    void wake();

Q_SIGNALS:
    /// A server, by its host, has not revoked for so long that Latchkey no longer asks it. The person has to.
    void givenUp(const QString &host);

private:
    static QString storeKey(const QString &id) { return QStringLiteral("revocation/") + id; }
    void keep(const QString &id, const PendingRevocation &revocation);
    void noteKept(const QString &id);
    void resumeOne(const QString &id, const Result<QByteArray> &entry);
    void attempt(const QString &id, const Receiver<void> &receiver = {});
    bool isHopeless(const QString &id, const Error &error) const;
    void noteWait(const QString &id, std::chrono::seconds wait);
    void keepWait(const QString &id);
    void keepSince(const QString &id);
    void answerUnreached(const QString &id, const Result<void> &result, const Receiver<void> &receiver);
    RetryTimer &retryOf(const QUrl &server);
    void attemptAllAt(const QUrl &server);
    void forget(const QString &id, const std::function<void()> &whenDone);

    TokenStore &m_store;
    AccountRegistry &m_registry;
    const SessionOptions m_options;
    QHash<QString, PendingRevocation> m_pending; ///< By a random id.
    QSet<QString> m_inFlight; ///< The ids whose server has been asked and has not answered.
    QSet<QString> m_unkept; ///< The ids that the next run will not know.
    std::map<QUrl, std::unique_ptr<RetryTimer>> m_retries; ///< By server: one that asks to wait does not delay the others.
    int m_underWay = 0;
};
