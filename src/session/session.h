// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/account.h"
#include "session/signin.h"
#include "session/storage/accountstorage.h"
#include "session/tokens/sessionoptions.h"
#include "session/unusedtokens.h"

#include <memory>
#include <optional>

/// One person at one provider: signed out, signing in, or signed in. The only holder of tokens in use.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        Restoring, ///< The token store is being read.
        SigningIn, ///< signInAttempt() is there.
        SignedIn, ///< account() is there.
    };
    Q_ENUM(State)

    /// `storage` and `unusedTokens` must outlive the session, which other sessions share with it.
    Session(const Provider &provider, AccountStorage &storage, UnusedTokens &unusedTokens,
            const SessionOptions &options = {});
    ~Session() override;

    const Provider &provider() const { return m_provider; }

    /// Takes another provider for the next restore or sign-in; an attempt under way ends. Not while somebody is signed in.
    void setProvider(const Provider &provider);

    State state() const { return m_state; }

    /// Who is signed in; null unless the state is SignedIn. A new one after each sign-in.
    Account *account() const { return m_account.get(); }

    /// The attempt under way; null unless the state is SigningIn.
    SignIn *signInAttempt() const { return m_signIn.get(); }

    /// Why the last restore or sign-in failed; nothing if it did not, or if the person canceled.
    const std::optional<Error> &error() const { return m_error; }

    /// How the session before ended; nothing if there was none.
    std::optional<SessionEnd> lastEnd() const { return m_storage.registry().lastEnd(); }

    /// Continues the session of the last run at this provider, if there is one.
    void restore();

    /// Continues the session of one account of this provider.
    void restoreAccount(const AccountRecord &account);

    /// Starts an attempt. One under way is canceled first.
    void signIn(const SignInRequest &request);

    /// The same with a page alone. `userAgent` must outlive the attempt.
    void signIn(oauth::UserAgent &userAgent) { signIn(SignInRequest{SignInWay::Browser, &userAgent}); }

    /// Ends the attempt at any step: what it stored is undone, and what it was issued is revoked.
    void cancelSignIn();

    /// Ends the attempt unless it isStoring(), and so about to succeed.
    void cancelUnlessStoring();

    /// True at the end of an attempt, while its tokens are being stored.
    bool isStoring() const { return m_signIn && m_signIn->step() == SignIn::Step::Storing; }

    /// Ends the session at once: nobody is signed in from here on, whatever the answer is. The answer tells whether the
    /// tokens are revoked and the entry is gone: the errors of RevocationQueue::add() and AccountStorage::forget(). After
    /// Unreachable the server will be told later, if need be by the next run. A personal access token is forgotten, and stays
    /// valid. With Extent::Grant the server is asked to forget all that the person has granted.
    void signOut(QObject *context, Receiver<void> receiver, oauth::Extent extent = oauth::Extent::Tokens);

    /// Another session has signed in to the same account: this one's tokens are revoked and it is over, without ended().
    void supersedeBy(Session &newer);

    /// Ends the session, unless its tokens are stored, and revokes them. What the token store has of the account remains.
    void revokeUnstored();

    /// Forgets the account whose entry restore() could not read; the server is not told. Errors are those of
    /// AccountStorage::forget().
    void forgetUnread(QObject *context, Receiver<void> receiver);

    /// Ends the session if another process has signed the account out, and takes over a new login or name that it has found.
    void followOtherProcesses();

    /// True while a refresh or the storing of a sign-in is under way, which must not be interrupted.
    bool isBusy() const { return isStoring() || (m_account && m_account->tokens().isRefreshing()); }

    /// The machine has woken up, or the network is back.
    void wake();

Q_SIGNALS:
    void stateChanged();

    /// The attempt has gone one step further.
    void signInProgressed();

    /// The account has another login or name at the server.
    void renamed();

    /// The account is no longer signed in.
    void ended(const AccountRecord &account, EndReason reason);

    /// A canceled sign-in to an account that is known already may have stored its tokens over the others.
    void entryOverwritten(const QString &key);

private:
    void setState(State state, const std::optional<Error> &error = std::nullopt);
    void useLoaded(const AccountRecord &record, const Result<StoredSession> &loaded);
    void finishSignIn(const Result<SignInOutcome> &outcome);
    void open(const Provider &provider, const StoredSession &session,
              std::shared_ptr<http::StrictAccessManager> network = {});
    void listStoredAccount();
    void endByServer(EndReason reason);
    std::optional<StoredSession> signedInElsewhere(const Result<StoredSession> &loaded) const;
    void dropAttempt();
    void dropAccount(UnusedTokens::Successor successor);
    void close(EndReason reason, QObject *context, Receiver<void> receiver);

    Provider m_provider;
    AccountStorage &m_storage;
    UnusedTokens &m_unusedTokens;
    const SessionOptions m_options;
    State m_state = State::SignedOut;
    std::optional<Error> m_error;
    std::unique_ptr<SignIn> m_signIn;
    std::optional<oauth::TokenSet> m_replaced; ///< The tokens of the account that the last sign-in has replaced.
    std::shared_ptr<FileLock> m_entryLock; ///< Of an entry that may be written yet; see CreatedEntry.
    std::optional<AccountRecord> m_unread; ///< Whose entry restore() could not read.
    std::unique_ptr<Account> m_account;
};
