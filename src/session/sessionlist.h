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

/// All who are signed in, each with a session of their own, and the one session that is shown: an account's, or one that
/// somebody is about to sign in with.
class SessionList : public QObject
{
    Q_OBJECT

public:
    /// `provider` is the first session's, with its client secret.
    SessionList(const Provider &provider, const ProviderCatalog &catalog, const OwnRegistrations &registrations,
                TokenStore &store, AccountRegistry &registry, const Paths &paths,
                Clock clock = &QDateTime::currentDateTimeUtc, const http::AnswerLimits &limits = {});
    ~SessionList() override;

    Session &current() const { return *m_current; }

    /// Who is signed in, by provider and login: an order that does not change with use.
    QList<AccountRecord> accounts() const;

    /// Where it leads back to from a session that nobody is signed in with; nothing where nobody is signed in at all.
    std::optional<AccountRecord> previous() const;

    /// Continues the last session of the current one's provider.
    void restore();

    /// Continues all other sessions of the last run, each once. They stay in the background. From then on other processes
    /// are followed: who is signed in to or out there is so here.
    void restoreOthers();

    /// Shows the account, if it is signed in. An attempt of the session before is canceled.
    void select(const QString &key);

    /// Shows a session that nobody is signed in with.
    void add(const Provider &provider);

    /// True while something is under way that must not be cut short; see Session.
    bool isBusy() const;

    /// Ends all attempts; see Session.
    void cancelSignIns();
    void cancelUnlessStoring();

    /// Gives back the tokens that no store has, since they are about to be lost.
    void giveBackUnstored();

    /// Goes on with revocations, and finishes sign-ins and sign-outs, that earlier runs have left.
    void resume();
    void wake();

Q_SIGNALS:
    /// current() is another session, or its state has changed.
    void currentChanged();

    /// The answer of accounts() has changed.
    void accountsChanged();

    /// The account's session is over; `session` is the one that it had.
    void ended(const AccountRecord &account, EndReason reason, const Session &session);

    /// A session in the background could not be continued.
    void notRestored(const AccountRecord &account, const Error &error, const Session &session);

private:
    Session &make(const Provider &provider);
    Session *sessionOf(const QString &key) const;
    void show(Session &session);
    void follow(Session &session);
    void watchOthers();
    void lookElsewhere();
    void restoreInBackground(const AccountRecord &record, const Provider &provider);

    const ProviderCatalog &m_catalog;
    const OwnRegistrations &m_registrations;
    TokenStore &m_store;
    AccountRegistry &m_registry;
    const Paths m_paths;
    const Clock m_clock;
    const http::AnswerLimits m_limits;
    /// One that has ended stays, for what it still has to give back, and is used again.
    std::vector<std::unique_ptr<Session>> m_sessions;
    Session *m_current = nullptr;
    StrayEntries m_strayEntries;
    QString m_previousKey;
    QSet<QString> m_restored; ///< The accounts whose entry has been asked for.
    std::unique_ptr<QFileSystemWatcher> m_otherProcesses;
    QTimer m_lookSoon; ///< Several changes in a row are one.
};
