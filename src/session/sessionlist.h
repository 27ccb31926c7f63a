// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/session.h"
#include "session/strayentries.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

/// All accounts that are signed in, each with its own session, and the current session, which is shown: one of these, or one
/// that somebody is about to sign in with.
class SessionList : public QObject
{
    Q_OBJECT

public:
    /// `provider` is the first session's, with its client secret. All else must outlive the list.
    SessionList(const Provider &provider, const ProviderCatalog &catalog, const OwnRegistrations &registrations,
                AccountStorage &storage, const SessionOptions &options = {});
    ~SessionList() override;

    Session &current() const { return *m_current; }

    /// The signed-in accounts, by provider and login: an order that does not change with use.
    QList<AccountRecord> accounts() const;

    /// The signed-in account with this AccountRecord::key(); null if there is none.
    const Account *account(const QString &key) const;

    /// The account to go back to from a session that nobody is signed in with; nothing if nobody is signed in at all.
    std::optional<AccountRecord> previous() const;

    /// Continues the last session of the current one's provider.
    void restore();

    /// Continues all other sessions of the last run, each once, in the background. From then on sign-ins and sign-outs of
    /// other processes are followed.
    void restoreOthers();

    /// Makes an account's session the current one, if it is signed in. An attempt of the session before is canceled.
    void select(const QString &key);

    /// Makes a new session the current one, for somebody to sign in with.
    void add(const Provider &provider);

    /// True while something is under way that must not be interrupted: tokens are awaited, stored or revoked.
    bool isBusy() const;

    /// Ends all attempts; see Session.
    void cancelSignIns();
    void cancelUnlessStoring();

    /// Revokes the tokens that are not stored, and so about to be lost.
    void revokeUnstored();

    /// Goes on with the revocations, sign-ins and sign-outs that earlier runs have left.
    void resume();
    void wake();

Q_SIGNALS:
    /// current() is another session, or its state has changed.
    void currentChanged();

    /// The answer of accounts() has changed.
    void accountsChanged();

    /// The account's session is over. `session`, which it had, may be deleted next.
    void ended(const AccountRecord &account, EndReason reason, const Session &session);

    /// A server has not revoked the tokens of an earlier session, and is no longer asked to.
    void revocationGivenUp(const QString &host);

    /// A session in the background could not be continued.
    void notRestored(const AccountRecord &account, const Error &error, const Session &session);

private:
    Session &make(const Provider &provider);
    Session *sessionOf(const QString &key) const;
    void show(Session &session);
    void forEachSession(void (Session::*call)());
    void follow(Session &session);
    void watchOthers();
    void followOtherProcesses();
    void supersedeOthers(Session &newer);
    void noteAccounts();
    void retire(Session &session);
    void restoreInBackground(const AccountRecord &record, const Provider &provider);

    const ProviderCatalog &m_catalog;
    const OwnRegistrations &m_registrations;
    AccountStorage &m_storage;
    const SessionOptions m_options;
    UnusedTokens m_unusedTokens;
    std::vector<std::unique_ptr<Session>> m_sessions;
    Session *m_current = nullptr;
    StrayEntries m_strayEntries;
    QList<AccountRecord> m_knownAccounts; ///< As accountsChanged() has told.
    QString m_previousKey;
    QSet<QString> m_restored; ///< The accounts whose entry has been asked for.
    std::unique_ptr<QFileSystemWatcher> m_otherProcesses;
    QTimer m_lookSoon; ///< Several changes in a row are one.
};
