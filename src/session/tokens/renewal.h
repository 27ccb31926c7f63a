// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/refresh.h"
#include "provider/provider.h"
#include "session/storage/accountregistry.h"
#include "processes/refreshlock.h"
#include "session/tokens/refreshtimer.h"
#include "session/storage/storedsession.h"
#include "session/storage/tokenstore.h"

#include <memory>
#include <optional>

/// What a renewal has brought.
struct Renewed
{
    oauth::TokenSet tokens;
    std::optional<Error> storageError; ///< Why they could not be stored; nothing where they are.
};

/// One renewal of an account's tokens that no other process of this person disturbs: waits for the lock, looks whether
/// another process has renewed them already, asks the server only where none has, and stores the new tokens before it
/// answers, since the old refresh token is spent by then. Deleting it abandons the renewal.
class Renewal : public QObject
{
    Q_OBJECT

public:
    /// `isStored`: the store has this session, unless another process has changed it since.
    Renewal(const Provider &provider, const StoredSession &session, bool isStored, TokenStore &store,
            AccountRegistry &registry, const QString &lockFile, Clock clock,
            const http::AnswerLimits &limits = {});
    ~Renewal() override;

    /// Errors are those of oauth::Refresh that do not end the session, and Unreachable "busy": another process is at it
    /// and does not come to an end.
    void start(QObject *context, Receiver<Renewed> receiver);

    /// True while the server is being asked for new tokens.
    bool isAsking() const { return m_isAsking; }

    /// For an account that is gone, while the server isAsking(): its answer is not stored, and passed on in any case.
    void abandon(QObject *context, Receiver<Renewed> receiver);

    /// Tokens that were received and are on their way into the store.
    const std::optional<oauth::TokenSet> &unsavedTokens() const { return m_unsavedTokens; }

Q_SIGNALS:
    /// In place of an answer: the session is over. RefreshRefused, RefreshExpired, RefreshUnsaved
    /// or SignedOutElsewhere.
    void ended(EndReason reason);

private:
    QString key() const { return m_provider.id + QLatin1Char('/') + m_session.identity.id; }
    void readStore();
    void useStored(const Result<QByteArray> &entry);
    bool isRenewedBy(const oauth::TokenSet &stored) const;
    void askServer();
    void useAnswer(const Result<oauth::TokenSet> &tokens);
    void storeUnlessSignedOut();
    EndReason refusalReason() const;
    void store();
    void finish(const Result<Renewed> &result);

    const Provider m_provider;
    StoredSession m_session;
    const bool m_isStored;
    TokenStore &m_store;
    AccountRegistry &m_registry;
    const Clock m_clock;
    const http::AnswerLimits m_limits;
    RefreshLock m_lock;
    std::unique_ptr<oauth::Refresh> m_refresh;
    std::optional<oauth::TokenSet> m_unsavedTokens;
    bool m_wasUnsaved = false; ///< An earlier renewal was cut short.
    bool m_isAsking = false;
    bool m_isAbandoned = false;
    QPointer<QObject> m_context;
    Receiver<Renewed> m_receiver;
};
