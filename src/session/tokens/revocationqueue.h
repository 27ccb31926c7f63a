// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/strictaccessmanager.h"
#include "session/storage/accountregistry.h"
#include "session/storage/pendingrevocation.h"
#include "session/tokens/refreshtimer.h"
#include "session/storage/tokenstore.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

/// Gives tokens back, now or, where the server cannot be reached, as soon as it can be: what waits is in the token store
/// and goes on after a restart (RFC 7009 §2.2.1 asks for another try after a 503).
class RevocationQueue : public QObject
{
    Q_OBJECT

public:
    RevocationQueue(TokenStore &store, AccountRegistry &registry, Clock clock,
                    const http::AnswerLimits &limits = {});

    /// Answers how the first try went, when nothing of it is left in the store or all is there for another try: the errors
    /// of oauth::Revocation. After Unreachable there will be others, by the next run if need be; Denied "not_told": the server
    /// could not be reached, and the next run will not know, since the tokens could not be kept for it.
    void add(const PendingRevocation &revocation, QObject *context, Receiver<void> receiver);

    /// True while the first try of one is under way.
    bool isBusy() const { return m_underWay > 0; }

    /// Goes on with what earlier runs have left; isBusy() until each has been tried.
    void resume();

    /// Tries now what waits for another try.
    void wake() { m_retry.wake(); }

private:
    static QString storeKey(const QString &id) { return QStringLiteral("revocation/") + id; }
    void keep(const QString &id, const PendingRevocation &revocation);
    void noteKept(const QString &id);
    void resumeOne(const QString &id, const Result<QByteArray> &entry);
    void attempt(const QString &id, const Receiver<void> &receiver = {});
    void answerUnreached(const QString &id, const Result<void> &result, const Receiver<void> &receiver);
    void attemptAll();
    void forget(const QString &id, const std::function<void()> &whenDone);

    TokenStore &m_store;
    AccountRegistry &m_registry;
    const http::AnswerLimits m_limits;
    QHash<QString, PendingRevocation> m_pending; ///< By an id that is random.
    QSet<QString> m_unkept; ///< Those of them that the next run will not know.
    RefreshTimer m_retry;
    int m_underWay = 0;
};
