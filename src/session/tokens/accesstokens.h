// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/answering.h"
#include "session/storage/accountstorage.h"
#include "session/tokens/renewal.h"
#include "session/tokens/retrytimer.h"
#include "session/tokens/sessionoptions.h"

#include <memory>
#include <optional>
#include <vector>

/// The tokens of one signed-in account: refreshed on a timer ahead of expiry and on demand, one refresh at a time, and
/// stored before they are used. Deleting it abandons the refresh under way.
class AccessTokens : public QObject
{
    Q_OBJECT

public:
    AccessTokens(const Provider &provider, const StoredSession &session, AccountStorage &storage,
                 const SessionOptions &options);
    ~AccessTokens() override;

    const Identity &identity() const { return m_session.identity; }
    /// The server calls the same account differently now; see AccountStorage::rename().
    void setIdentity(const Identity &identity) { m_session.identity = identity; }

    /// See StoredSession::way.
    const QString &way() const { return m_session.way; }

    const oauth::TokenSet &current() const { return m_session.tokens; }

    /// The tokens that the server issued last: those that are being stored, or else current().
    oauth::TokenSet newest() const;

    /// Tokens that the server has issued and that are not stored yet; nothing if there are none.
    std::optional<oauth::TokenSet> unsaved() const;

    /// UTC, by the clock of the session.
    QDateTime now() const { return m_options.clock(); }

    /// Answers with an access token that is valid now, after a refresh if it is about to expire. Errors are those of
    /// refresh(), once the token has expired.
    void fresh(QObject *context, Receiver<QString> receiver);

    /// Refreshes now, or joins the refresh under way. Errors are those of Renewal, and Denied "not_refreshable" if there is
    /// no refresh token.
    void refresh(QObject *context, Receiver<void> receiver);

    /// The server has refused this access token. If it is the current one it is over, whatever the clock says.
    void noteRefused(const QString &accessToken);

    /// Why the server issues no new tokens before the person has signed in again, such as Denied "interaction_required";
    /// nothing if it does. The current ones are good until they expire.
    const std::optional<Error> &renewalObstacle() const { return m_renewalObstacle; }

    /// True if the tokens should be refreshed before they are used.
    bool needRefresh() const;

    bool isRefreshing() const { return bool(m_renewal); }

    /// The machine has woken up, or the network is back.
    void wake() { m_timer.wake(); }

    /// The server no longer accepts the tokens: emits ended().
    void end(EndReason reason) { Q_EMIT ended(reason); }

    /// Why the current tokens are not stored; nothing if they are.
    const std::optional<Error> &storageError() const { return m_storageError; }
    void setStorageError(const std::optional<Error> &error);

    /// Tries once more to store the current tokens; storageErrorChanged() tells of success.
    void storeAgain();

    /// Gives up the renewal that waits for the server's answer; null if there is none. Its tokens must be revoked.
    std::unique_ptr<Renewal> takeAskingRenewal();

Q_SIGNALS:
    /// New tokens are stored and in use.
    void refreshed();

    void storageErrorChanged();

    void renewalObstacleChanged();

    /// The session is over.
    void ended(EndReason reason);

private:
    QString key() const { return accountKey(m_provider.id, m_session.identity.id); }
    void use(const Result<Renewed> &renewed);
    void waitAfter(const Error &error);
    void setRenewalObstacle(const std::optional<Error> &obstacle);
    void answerWaiting(const Result<void> &result);

    const Provider m_provider;
    StoredSession m_session;
    AccountStorage &m_storage;
    const SessionOptions m_options;
    std::optional<Error> m_storageError;
    std::optional<Error> m_renewalObstacle;
    QString m_refusedToken; ///< The access token that the server refused last.
    RetryTimer m_timer;
    std::unique_ptr<Renewal> m_renewal;
    std::vector<Answering<void>> m_waiting;
};
