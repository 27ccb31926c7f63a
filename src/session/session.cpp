// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "session/keychain/errorcodes.h"
#include "session/log.h"

namespace {

/// What the server and the token store answer to a sign-out.
struct SignOutAnswers
{
    int pending = 2;
    Result<void> revoked;
    Result<void> forgotten;

    /// The error that matters most to the person: an account that stays listed, access that stays valid, or data that stays
    /// here. Last comes what Latchkey will do later.
    Result<void> result() const
    {
        const bool isListed = !forgotten && forgotten.error().code.startsWith(QLatin1String("settings_"));
        const bool staysValid = !revoked && revoked.error().kind != Error::Kind::Unreachable;
        if (isListed || (!forgotten && !staysValid))
            return forgotten;
        return revoked;
    }
};

} // namespace

Session::Session(const Provider &provider, AccountStorage &storage, UnusedTokens &unusedTokens,
                 const SessionOptions &options)
    : m_provider(provider), m_storage(storage), m_unusedTokens(unusedTokens), m_options(options)
{}

Session::~Session() = default;

void Session::setState(State state, const std::optional<Error> &error)
{
    m_state = state;
    m_error = error;
    qCInfo(sessionLog) << state << (error ? error->code : QString());
    Q_EMIT stateChanged();
}

void Session::setProvider(const Provider &provider)
{
    if (m_state == State::SignedIn)
        return;
    cancelSignIn();
    m_error.reset();
    m_provider = provider;
}

void Session::restore()
{
    const std::optional<AccountRecord> account = m_storage.registry().lastOf(m_provider.id);
    account ? restoreAccount(*account) : setState(State::SignedOut);
}

void Session::restoreAccount(const AccountRecord &account)
{
    m_unread = account;
    setState(State::Restoring);
    m_storage.load(account.key(), this, [this, account](const Result<StoredSession> &loaded) {
        if (m_state == State::Restoring)
            useLoaded(account, loaded);
    });
}

/// Keeps the account's record if its entry cannot be read: some keychains say "not found" while they are locked.
void Session::useLoaded(const AccountRecord &record, const Result<StoredSession> &loaded)
{
    if (isEntryMissing(loaded))
        m_storage.registry().setLastEnd({EndReason::EntryGone, m_options.clock(), m_provider.name});
    if (!loaded)
        return setState(State::SignedOut, loaded.error());
    const Provider provider = withDiscovered(m_provider, *loaded);
    if (loaded->identity.id != record.identity.id || provider.needsDiscovery())
        return setState(State::SignedOut, Error{Error::Kind::Storage, keychain::unreadableEntry});
    m_unread.reset();
    StoredSession session = *loaded;
    if (!record.identity.login.isEmpty())
        session.identity = record.identity; // A new login reaches the record first, and the entry only if the keychain is open.
    open(provider, session);
    setState(State::SignedIn);
}

void Session::signIn(const SignInRequest &request)
{
    if (m_state == State::SignedIn)
        return;
    cancelSignIn();
    m_signIn = std::make_unique<SignIn>(m_provider, request, m_storage, m_options);
    connect(m_signIn.get(), &SignIn::stepChanged, this, &Session::signInProgressed);
    connect(m_signIn.get(), &SignIn::entryOverwritten, this, &Session::entryOverwritten);
    // A receiver of this signal may cancel at once.
    const QPointer<SignIn> attempt(m_signIn.get());
    setState(State::SigningIn);
    if (attempt)
        attempt->start(this, [this](const Result<SignInOutcome> &outcome) { finishSignIn(outcome); });
}

void Session::finishSignIn(const Result<SignInOutcome> &outcome)
{
    if (!outcome) {
        dropAttempt();
        const bool isKnown = outcome.error().kind == Error::Kind::Canceled;
        return setState(State::SignedOut, isKnown ? std::nullopt : std::optional(outcome.error()));
    }
    m_signIn.release()->deleteLater(); // It is on the stack.
    open(outcome->provider, outcome->session, outcome->network);
    m_entryLock = outcome->entry.lock;
    m_account->tokens().setStorageError(outcome->entry.storageError);
    m_replaced = outcome->entry.replaced;
    setState(State::SignedIn);
    // Unless another session held the replaced tokens, and has revoked them when it was superseded.
    const auto replaced = std::exchange(m_replaced, std::nullopt);
    if (replaced && replaced->accessToken != outcome->session.tokens.accessToken)
        m_unusedTokens.revokeReplaced(outcome->provider, *replaced);
}

void Session::open(const Provider &provider, const StoredSession &session,
                   std::shared_ptr<http::StrictAccessManager> network)
{
    m_account = std::make_unique<Account>(provider, session, m_storage, m_options, std::move(network));
    // Queued: the account is on the stack when it emits this, and close() deletes it.
    connect(&m_account->tokens(), &AccessTokens::ended, this, &Session::endByServer, Qt::QueuedConnection);
    connect(m_account.get(), &Account::identityChanged, this, &Session::renamed);
    connect(&m_account->tokens(), &AccessTokens::storageErrorChanged, this, [this] {
        if (m_state == State::SignedIn && !m_account->storageError())
            listStoredAccount();
    });
}

/// A token store that refused the sign-in has taken the refreshed tokens: now there is something to restore.
void Session::listStoredAccount()
{
    m_entryLock.reset();
    if (m_storage.registry().contains(m_account->record().key()))
        return;
    if (const Result<void> listed = m_storage.list(m_account->record(), nullptr); !listed)
        m_account->tokens().setStorageError(listed.error());
}

void Session::cancelSignIn()
{
    if (m_state != State::SigningIn && m_state != State::Restoring)
        return;
    dropAttempt();
    setState(State::SignedOut);
}

void Session::cancelUnlessStoring()
{
    if (!isStoring())
        cancelSignIn();
}

void Session::dropAttempt()
{
    if (!m_signIn)
        return;
    disconnect(m_signIn.get(), &SignIn::stepChanged, this, nullptr);
    m_unusedTokens.abandon(std::move(m_signIn));
}

void Session::signOut(QObject *context, Receiver<void> receiver, oauth::Extent extent)
{
    if (!m_account)
        return;
    const auto both = std::make_shared<SignOutAnswers>();
    const auto finishOne = [both, receiver = std::move(receiver)] {
        if (--both->pending == 0)
            receiver(both->result());
    };
    const auto revoked = [both, finishOne](const Result<void> &result) {
        both->revoked = result;
        finishOne();
    };
    m_unusedTokens.revoke(m_account->provider(), m_account->tokens().newest(), context, revoked, extent);
    close(EndReason::SignedOut, context, [both, finishOne](const Result<void> &result) {
        both->forgotten = result;
        finishOne();
    });
}

void Session::endByServer(EndReason reason)
{
    if (!m_account)
        return;
    const QPointer<Account> refused(m_account.get());
    m_storage.load(m_account->record().key(), this, [this, refused, reason](const Result<StoredSession> &loaded) {
        if (!refused)
            return;
        if (const auto newer = signedInElsewhere(loaded)) {
            open(m_account->provider(), *newer);
            return setState(State::SignedIn);
        }
        // A token that another process has revoked is refused like one that the server has revoked.
        const bool isForgotten = !m_account->storageError() && !m_storage.registry().contains(m_account->record().key());
        if (const auto unsaved = m_account->tokens().unsaved())
            m_unusedTokens.revoke(m_account->provider(), *unsaved, &m_unusedTokens, ignore);
        close(isForgotten ? EndReason::SignedOutElsewhere : reason, &m_unusedTokens, ignore);
    });
}

/// The tokens that another process has stored by a new sign-in to the account; the server refused those before.
std::optional<StoredSession> Session::signedInElsewhere(const Result<StoredSession> &loaded) const
{
    if (!loaded || m_account->storageError() || !m_storage.registry().contains(m_account->record().key()))
        return std::nullopt;
    const bool isNewer = loaded->identity.id == m_account->identity().id
                         && loaded->tokens.accessToken != m_account->tokens().newest().accessToken;
    return isNewer ? std::optional(*loaded) : std::nullopt;
}

void Session::wake()
{
    if (m_account)
        m_account->wake();
}

/// Ends all that goes on for the account. Tokens that the server is about to issue are revoked when they arrive.
void Session::dropAccount(UnusedTokens::Successor successor)
{
    const Provider provider = m_account->provider();
    std::unique_ptr<Renewal> renewal = m_account->tokens().takeAskingRenewal();
    m_account.reset();
    m_entryLock.reset();
    if (renewal)
        m_unusedTokens.abandon(std::move(renewal), provider, successor);
}

/// Forgets all that this computer has of the account.
void Session::close(EndReason reason, QObject *context, Receiver<void> receiver)
{
    const AccountRecord record = m_account->record();
    dropAccount(UnusedTokens::Successor::None);
    m_storage.registry().setLastEnd({reason, m_options.clock(), record.providerName});
    m_storage.forget(record.key(), context, std::move(receiver));
    setState(State::SignedOut);
    Q_EMIT ended(record, reason);
}

void Session::supersedeBy(Session &newer)
{
    Q_ASSERT(m_account && newer.account());
    const bool wasRefreshing = m_account->tokens().isRefreshing();
    const oauth::TokenSet old = m_account->tokens().newest();
    const Provider provider = m_account->provider();
    dropAccount(UnusedTokens::Successor::Newer);
    if (newer.m_replaced && newer.m_replaced->accessToken == old.accessToken)
        newer.m_replaced.reset();
    if (old.accessToken != newer.account()->tokens().newest().accessToken)
        m_unusedTokens.revokeReplaced(provider, old);
    // The refresh that was under way may have stored its tokens last.
    if (wasRefreshing)
        newer.account()->tokens().storeAgain();
    setState(State::SignedOut);
}

void Session::revokeUnstored()
{
    if (!m_account || !m_account->storageError())
        return;
    const QString key = m_account->record().key();
    m_unusedTokens.revoke(m_account->provider(), m_account->tokens().newest(), &m_unusedTokens, ignore);
    dropAccount(UnusedTokens::Successor::None);
    if (!m_storage.registry().contains(key))
        std::ignore = m_storage.clearCache(key);
    setState(State::SignedOut);
}

void Session::forgetUnread(QObject *context, Receiver<void> receiver)
{
    const auto record = std::exchange(m_unread, std::nullopt);
    if (!record)
        return;
    m_storage.registry().setLastEnd({EndReason::SignedOut, m_options.clock(), record->providerName});
    m_storage.forget(record->key(), context, std::move(receiver));
}

void Session::followOtherProcesses()
{
    if (!m_account || m_account->storageError())
        return;
    if (const auto record = m_storage.registry().find(m_account->record().key()))
        return m_account->followIdentity(record->identity);
    const QPointer<Account> account(m_account.get());
    m_storage.isSignedOutElsewhere(m_account->record().key(), this, [this, account](bool isSignedOut) {
        if (account && isSignedOut)
            close(EndReason::SignedOutElsewhere, &m_unusedTokens, ignore);
    });
}

#include "moc_session.cpp"
