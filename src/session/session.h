// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/account.h"
#include "session/storage/accountregistry.h"
#include "session/storage/paths.h"
#include "session/tokens/renewal.h"
#include "session/tokens/revocationqueue.h"
#include "session/signin.h"

#include <memory>
#include <optional>
#include <vector>

/// Knows who is signed in. The only holder of tokens.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        SignedOut,
        Restoring, ///< The token store is being read.
        SigningIn,
        SignedIn, ///< account() is there.
    };
    Q_ENUM(State)

    Session(const Provider &provider, TokenStore &store, AccountRegistry &registry, const Paths &paths,
            Clock clock = &QDateTime::currentDateTimeUtc, const http::AnswerLimits &limits = {});
    ~Session() override;

    const Provider &provider() const { return m_provider; }

    /// Takes another provider for the next restore or sign-in; an attempt under way ends. Not while somebody is signed in.
    void setProvider(const Provider &provider);

    State state() const { return m_state; }

    /// Who is signed in; null unless the state is SignedIn. A new one for each session.
    Account *account() const { return m_account.get(); }

    /// The attempt under way; null unless the state is SigningIn. Null also at its very end, while tokens are stored.
    SignIn *signInAttempt() const { return m_signIn.get(); }

    /// Why the last restore or sign-in did not work; nothing where it did, or where the person canceled.
    const std::optional<Error> &error() const { return m_error; }

    /// Why the session before ended; nothing where there was none.
    std::optional<SessionEnd> lastEnd() const { return m_registry.lastEnd(); }

    /// Continues the session of the last run where there is one.
    void restore();

    /// Continues the session of one account of this provider.
    void restoreAccount(const AccountRecord &account);

    /// Starts an attempt; one under way is abandoned first.
    void signIn(const SignInRequest &request);

    /// The same by a page alone. `userAgent` must outlive the attempt.
    void signIn(oauth::UserAgent &userAgent) { signIn(SignInRequest{SignInWay::Browser, &userAgent}); }

    /// Ends the attempt at any step. Tokens already received are given back.
    void cancelSignIn();

    /// Ends the session at once: from here on nobody is signed in, whatever the answer is. It tells whether the tokens
    /// were revoked and the keychain's entry is gone: the errors of oauth::Revocation and TokenStore. After Unreachable the
    /// server will be told later, also by the next run. A token that the
    /// person has brought is forgotten, and stays valid. With Extent::Grant the server is asked to forget more.
    void signOut(QObject *context, Receiver<void> receiver, oauth::Extent extent = oauth::Extent::Tokens);

    /// Another session has signed in to the same account: this one gives its own tokens back and is over, without an end
    /// that anybody must know of. The account's entry is now the newer one's.
    void supersedeBy(Session &newer);

    /// For who cannot go on with tokens that the store has refused: gives them back, and nobody is signed in. What the store
    /// has of the account stays, and so does the account where it was known before.
    void giveBackUnstored();

    /// Forgets the account whose entry restore() could not read; the server is not told. Errors are the TokenStore's.
    void forgetUnread(QObject *context, Receiver<void> receiver);

    /// Gives back tokens that an earlier process has left in the token store.
    void giveBack(const Provider &provider, const oauth::TokenSet &tokens, QObject *context, Receiver<void> receiver);

    /// Looks whether another process has signed the account out, and ends the session then.
    void lookElsewhere();

    /// True at the very end of an attempt: its tokens are there and on their way into the store.
    bool isStoring() const { return m_unstored.has_value(); }

    /// Ends an attempt unless it isStoring(), and so about to end well.
    void cancelUnlessStoring();

    /// True while something is under way that must not be cut short: tokens are being obtained, renewed, stored or given
    /// back.
    bool isBusy() const;

    /// Goes on with revocations that earlier runs have left.
    void resumeRevocations() { m_revocations.resume(); }

    /// Time may have passed unnoticed, or the network is back: what waits is tried now.
    void wake();

Q_SIGNALS:
    void stateChanged();

    /// The attempt has gone one step further.
    void signInProgressed();

    /// The account is not signed in any more, for a reason of SessionEnd.
    void ended(const AccountRecord &account, EndReason reason);

    /// A sign-in to an account that is known already was canceled when its tokens may have been stored over the others.
    void entryOverwritten(const QString &key);

private:
    void setState(State state, const std::optional<Error> &error = std::nullopt);
    void dropSignIn();
    /// Whether newer tokens of the account's go on.
    enum class Remainder { Over, Replaced };
    void dropAccount(Remainder remainder = Remainder::Over);
    void useStored(const AccountRecord &record, const Result<QByteArray> &entry);
    void store(const SignInOutcome &outcome);
    void readReplaced(const AccountRecord &record);
    void write(const AccountRecord &record);
    std::optional<Error> list(const AccountRecord &record);
    void finishStoring(const std::optional<Error> &error);
    void finishStoringLater(const Error &error);
    std::shared_ptr<RefreshLock> shareEntryLock();
    void open(const Provider &provider, const StoredSession &session, const std::optional<Error> &storageError,
              std::shared_ptr<http::StrictAccessManager> network = {});
    void endByServer(EndReason reason);
    std::optional<StoredSession> signedInElsewhere(const Result<QByteArray> &entry) const;
    void close(EndReason reason, Receiver<void> receiver);
    void revoke(const Provider &provider, const oauth::TokenSet &tokens, QObject *context, Receiver<void> receiver,
                oauth::Extent extent = oauth::Extent::Tokens);
    void revokeReplaced(const Provider &provider, oauth::TokenSet old);
    void clearStrayMark(const QString &key);
    Result<void> clearCache(const QString &key) const;
    void forget(const QString &key, QObject *context, Receiver<void> receiver);

    Provider m_provider;
    TokenStore &m_store;
    AccountRegistry &m_registry;
    const Paths m_paths;
    const Clock m_clock;
    const http::AnswerLimits m_limits;
    State m_state = State::SignedOut;
    std::optional<Error> m_error;
    RevocationQueue m_revocations;
    std::unique_ptr<SignIn> m_signIn;
    std::vector<std::unique_ptr<SignIn>> m_leftSignIns; ///< Abandoned, with tokens on their way.
    std::vector<std::unique_ptr<Renewal>> m_leftRenewals; ///< The same, of accounts that are gone.
    std::unique_ptr<RefreshLock> m_entryLock; ///< Held until the entry is stored, or will not be; see StrayEntries.
    std::unique_ptr<QObject> m_storing; ///< The context of the store's answer at the end of a sign-in.
    std::optional<SignInOutcome> m_unstored;
    bool m_isNotedHere = false; ///< As stray, by this attempt and not by one before.
    bool m_isWriting = false; ///< The store has been asked to take the entry.
    std::optional<oauth::TokenSet> m_replaced; ///< What the store had of the account before a sign-in.
    std::optional<AccountRecord> m_unread; ///< Whose entry could not be restored.
    std::unique_ptr<Account> m_account;
};
