// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/refresh.h"
#include "provider/provider.h"
#include "result/answering.h"
#include "session/storage/accountstorage.h"
#include "session/tokens/sessionoptions.h"

#include <memory>
#include <optional>

/// The result of a renewal.
struct Renewed
{
    oauth::TokenSet tokens;
    std::optional<Error> storageError; ///< Why they could not be stored; nothing if they are.
};

/// One renewal of an account's tokens, serialized across this user's processes: it waits for the lock, reads the entry
/// again, asks the server only if no other process has renewed the tokens already, and stores the new ones before it
/// answers, since the old refresh token is spent by then. Deleting it abandons the renewal.
class Renewal : public QObject
{
    Q_OBJECT

public:
    /// `isStored`: the token store has this session, unless another process has changed it since.
    Renewal(const Provider &provider, const StoredSession &session, bool isStored, AccountStorage &storage,
            const SessionOptions &options);
    ~Renewal() override;

    /// Errors are those of oauth::Refresh that do not end the session, and Unreachable "busy": another process holds the
    /// lock for too long. A refusal whose cause is not known may be a mistake of the server: it leaves the session alone
    /// while the access token is valid, and ends it after three in a row, with pauses, once that is over. A status alone counts
    /// only after ten minutes, since it may come from something in front of the server.
    void start(QObject *context, Receiver<Renewed> receiver);

    /// The server has refused the access token: it is over, whatever the clock says.
    void noteAccessRefused() { m_isAccessRefused = true; }

    /// True while the server is being asked for new tokens.
    bool isAsking() const { return m_isAsking; }

    /// For an account that is gone, while isAsking(): passes the server's answer on without storing it.
    void abandon(QObject *context, Receiver<Renewed> receiver);

    /// Tokens that were received and are not stored yet.
    const std::optional<oauth::TokenSet> &unsavedTokens() const { return m_unsavedTokens; }

Q_SIGNALS:
    /// In place of an answer: the session is over. SignedOutElsewhere, IdTokenRefused, InteractionRequired, or one of those
    /// that begin with Refresh.
    void ended(EndReason reason);

private:
    QString key() const { return accountKey(m_provider.id, m_session.identity.id); }
    AccountRegistry &registry() const { return m_storage.registry(); }
    void useLoaded(const Result<StoredSession> &loaded);
    bool isRenewedBy(const oauth::TokenSet &stored) const;
    void askServer();
    void useAnswer(const Result<oauth::TokenSet> &tokens);
    void storeUnlessSignedOut();
    bool isAccessOver() const;
    void noteUnspent(const Error &error);
    void useError(const Error &error);
    void askAgain();
    bool isRefusedForLong();
    EndReason refusalReason() const;
    void store();
    void finish(const Result<Renewed> &result);
    void finishEnded(EndReason reason);

    const Provider m_provider;
    StoredSession m_session;
    const bool m_isStored;
    AccountStorage &m_storage;
    const SessionOptions m_options;
    const std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<oauth::Refresh> m_refresh;
    std::optional<oauth::TokenSet> m_unsavedTokens;
    std::optional<UnsavedRenewal> m_unsaved; ///< What an earlier renewal has left.
    int m_unexplainedRefusals = 0; ///< In a row, since the access token is over.
    bool m_isAccessRefused = false;
    bool m_isAsking = false;
    bool m_isAbandoned = false;
    Answering<Renewed> m_answering;
};
