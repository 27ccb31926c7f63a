// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/session.h"

#include "session/log.h"

#include <algorithm>
#include <tuple>

namespace {

/// Longer than another process needs to remove a stray entry: a keychain that is unlocked first, and a server that is slow.
constexpr std::chrono::seconds patienceWithOthers(100);

/// What revocation and token store answer to a sign-out.
struct SignOutAnswers
{
    int pending = 2;
    Result<void> revoked;
    Result<void> forgotten;

    /// The error that the person must know of first: an account that stays listed, access that stays valid, or what stays
    /// here; last what Latchkey sees to itself.
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

Session::Session(const Provider &provider, TokenStore &store, AccountRegistry &registry, const Paths &paths,
                 Clock clock, const http::AnswerLimits &limits)
    : m_provider(provider),
      m_store(store),
      m_registry(registry),
      m_paths(paths),
      m_clock(std::move(clock)),
      m_limits(limits),
      m_revocations(store, registry, m_clock, limits)
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
    const std::optional<AccountRecord> account = m_registry.lastOf(m_provider.id);
    account ? restoreAccount(*account) : setState(State::SignedOut);
}

void Session::restoreAccount(const AccountRecord &account)
{
    m_unread = account;
    setState(State::Restoring);
    m_store.read(account.key(), this, [this, account](const Result<QByteArray> &entry) {
        if (m_state == State::Restoring)
            useStored(account, entry);
    });
}

/// Keeps the account's record when its entry cannot be read: some keychains say "not found" when they are locked.
void Session::useStored(const AccountRecord &record, const Result<QByteArray> &entry)
{
    if (!entry) {
        if (entry.error().code == QLatin1String("entry_not_found"))
            m_registry.setLastEnd({EndReason::EntryGone, m_clock()});
        return setState(State::SignedOut, entry.error());
    }
    const Result<StoredSession> session = StoredSession::fromEntry(*entry);
    if (!session)
        return setState(State::SignedOut, session.error());
    if (session->identity.id != record.identity.id)
        return setState(State::SignedOut, Error{Error::Kind::Storage, QStringLiteral("unreadable_entry")});
    const Provider provider = withDiscovered(m_provider, *session);
    if (provider.needsDiscovery())
        return setState(State::SignedOut, Error{Error::Kind::Storage, QStringLiteral("unreadable_entry")});
    m_unread.reset();
    open(provider, *session, std::nullopt);
}

void Session::signIn(const SignInRequest &request)
{
    if (m_state == State::SignedIn)
        return;
    cancelSignIn();
    m_signIn = std::make_unique<SignIn>(m_provider, request, m_limits);
    connect(m_signIn.get(), &SignIn::stepChanged, this, &Session::signInProgressed);
    // Whoever hears of it may cancel at once.
    const QPointer<SignIn> attempt(m_signIn.get());
    setState(State::SigningIn);
    if (!attempt)
        return;
    attempt->start(this, [this](const Result<SignInOutcome> &outcome) {
        if (outcome)
            return store(*outcome);
        dropSignIn();
        const bool isKnown = outcome.error().kind == Error::Kind::Canceled;
        setState(State::SignedOut, isKnown ? std::nullopt : std::optional(outcome.error()));
    });
}

/// Gives back what the attempt has been issued, also if that is still on its way.
void Session::dropSignIn()
{
    if (!m_signIn)
        return;
    if (const auto &tokens = m_signIn->tokens())
        revoke(m_signIn->provider(), *tokens, this, [](const Result<void> &) {});
    if (!m_signIn->awaitsTokens())
        return m_signIn.reset();
    m_signIn->disconnect(this);
    SignIn *left = m_leftSignIns.emplace_back(std::move(m_signIn)).get();
    left->abandon(this, [this, left] {
        if (const auto &tokens = left->tokens())
            revoke(left->provider(), *tokens, this, [](const Result<void> &) {});
        std::erase_if(m_leftSignIns, [left](const auto &one) { return one.get() == left; });
    });
}

/// Stores first, then opens: tokens that are in use must not be lost.
void Session::store(const SignInOutcome &outcome)
{
    m_signIn.reset();
    m_unstored = outcome;
    if (m_provider.needsDiscovery())
        m_unstored->session.discovered = outcome.provider.server;
    const AccountRecord record{m_provider.id, m_provider.name, m_provider.host(), outcome.session.identity};
    ResourceCache(m_paths.cacheFolderOf(record.key())).store(outcome.provider.identityUrl(), outcome.identityAnswer);
    m_storing = std::make_unique<QObject>();
    m_entryLock = std::make_unique<RefreshLock>(m_paths.entryLockFileOf(record.key()));
    m_entryLock->acquire(patienceWithOthers, [this, record](bool isOurs) {
        if (isOurs)
            readReplaced(record);
        else
            finishStoringLater(Error{Error::Kind::Storage, QStringLiteral("busy")});
    });
}

/// An entry of an account that is not listed could not be found again, so it is noted as stray first.
void Session::readReplaced(const AccountRecord &record)
{
    const bool isListed = m_registry.contains(record.key());
    const bool isStray = m_registry.strayEntries().contains(record.key());
    if (!isListed) {
        const Result<void> noted = m_registry.setStray(record.key(), true);
        if (!noted)
            return finishStoringLater(noted.error());
    }
    m_isNotedHere = !isListed && !isStray;
    if (m_isNotedHere)
        return write(record);
    m_store.read(record.key(), m_storing.get(), [this, record](const Result<QByteArray> &entry) {
        const Result<StoredSession> before = entry ? StoredSession::fromEntry(*entry) : Result<StoredSession>(entry.error());
        if (before)
            m_replaced = before->tokens;
        write(record);
    });
}

void Session::write(const AccountRecord &record)
{
    m_isWriting = true;
    m_store.write(record.key(), m_unstored->session.toEntry(), m_storing.get(), [this, record](const Result<void> &result) {
        if (result)
            return finishStoring(list(record));
        // A keychain that does not answer may store the entry yet.
        if (result.error().code != QLatin1String("timed_out") && m_isNotedHere)
            clearStrayMark(record.key());
        finishStoring(result.error());
    });
}

/// Puts the account of a stored entry on the list. If that does not work, nobody could find the entry: it goes.
std::optional<Error> Session::list(const AccountRecord &record)
{
    const Result<void> added = m_registry.add(record);
    if (added || m_registry.contains(record.key()))
        return std::nullopt;
    m_store.remove(record.key(), this, [this, key = record.key(), lock = shareEntryLock()](const Result<void> &removed) {
        if (removed)
            clearStrayMark(key);
    });
    return added.error();
}

/// The store has no stray entry of the account any more.
void Session::clearStrayMark(const QString &key)
{
    if (const Result<void> noted = m_registry.setStray(key, false); !noted)
        qCWarning(sessionLog) << "an entry is noted as stray that is not there:" << noted.error().code;
}

/// For the receiver of the lock, which finishStoring() lets go of.
void Session::finishStoringLater(const Error &error)
{
    QMetaObject::invokeMethod(m_storing.get(), [this, error] { finishStoring(error); }, Qt::QueuedConnection);
}

/// For a removal that is to be done before another process may make the entry.
std::shared_ptr<RefreshLock> Session::shareEntryLock()
{
    return std::shared_ptr<RefreshLock>(std::move(m_entryLock));
}

void Session::finishStoring(const std::optional<Error> &error)
{
    m_isWriting = false;
    m_storing.release()->deleteLater();
    // A keychain that does not answer may store the entry yet, and no other process is to take that for a stray one.
    if (!error || error->code != QLatin1String("timed_out"))
        m_entryLock.reset();
    if (error)
        m_replaced.reset();
    const SignInOutcome stored = *std::exchange(m_unstored, std::nullopt);
    open(stored.provider, stored.session, error, stored.network);
    // Unless another session had them, and has given way.
    const auto replaced = std::exchange(m_replaced, std::nullopt);
    if (replaced && replaced->accessToken != stored.session.tokens.accessToken)
        revokeReplaced(stored.provider, *replaced);
}

void Session::open(const Provider &provider, const StoredSession &session, const std::optional<Error> &storageError,
                   std::shared_ptr<http::StrictAccessManager> network)
{
    m_account.reset(new Account(provider, session, m_store, m_registry, m_paths, m_clock, m_limits, std::move(network)));
    m_account->setStorageError(storageError);
    // Queued: the account is at work when it says so, and close() deletes it.
    connect(m_account.get(), &Account::ended, this, &Session::endByServer, Qt::QueuedConnection);
    // A keychain that refused the sign-in and has taken the refreshed tokens: now there is something to restore.
    connect(m_account.get(), &Account::storageErrorChanged, this, [this] {
        if (m_account->storageError())
            return;
        m_entryLock.reset();
        if (m_registry.contains(m_account->record().key()))
            return;
        if (const auto error = list(m_account->record()))
            m_account->setStorageError(error);
    });
    setState(State::SignedIn);
}

void Session::cancelSignIn()
{
    if (m_state != State::SigningIn && m_state != State::Restoring)
        return;
    dropSignIn();
    if (m_unstored) {
        m_storing.reset();
        m_replaced.reset();
        revoke(m_unstored->provider, m_unstored->session.tokens, this, [](const Result<void> &) {});
        const QString key = accountKey(m_provider.id, m_unstored->session.identity.id);
        const bool wasWriting = std::exchange(m_isWriting, false);
        if (wasWriting && m_registry.contains(key))
            Q_EMIT entryOverwritten(key);
        else if (wasWriting)
            forget(key, this, [lock = shareEntryLock()](const Result<void> &) {});
        else if (std::exchange(m_isNotedHere, false))
            clearStrayMark(key);
        m_entryLock.reset();
        m_unstored.reset();
    }
    setState(State::SignedOut);
}

void Session::cancelUnlessStoring()
{
    if (!isStoring())
        cancelSignIn();
}

bool Session::isBusy() const
{
    return isStoring() || (m_account && m_account->isRenewing()) || !m_leftSignIns.empty() || !m_leftRenewals.empty()
        || m_revocations.isBusy();
}

void Session::signOut(QObject *context, Receiver<void> receiver, oauth::Extent extent)
{
    if (!m_account)
        return;
    const Provider provider = m_account->provider();
    const oauth::TokenSet tokens = m_account->newestTokens();
    const auto both = std::make_shared<SignOutAnswers>();
    const auto finishOne = [both, context = QPointer(context), receiver] {
        if (--both->pending == 0 && context)
            receiver(both->result());
    };
    revoke(provider, tokens, this, [both, finishOne](const Result<void> &revoked) {
        both->revoked = revoked;
        finishOne();
    }, extent);
    close(EndReason::SignedOut, [both, finishOne](const Result<void> &forgotten) {
        both->forgotten = forgotten;
        finishOne();
    });
}

void Session::endByServer(EndReason reason)
{
    if (!m_account)
        return;
    const QPointer<Account> refused(m_account.get());
    m_store.read(m_account->record().key(), this, [this, refused, reason](const Result<QByteArray> &entry) {
        if (!refused)
            return;
        if (const auto newer = signedInElsewhere(entry))
            return open(m_account->provider(), *newer, std::nullopt);
        // A token that another process has given back is refused like one that the server has taken back.
        const bool isForgotten = !m_account->storageError() && !m_registry.contains(m_account->record().key());
        if (const auto unsaved = m_account->unsavedTokens())
            revoke(m_account->provider(), *unsaved, this, [](const Result<void> &) {});
        close(isForgotten ? EndReason::SignedOutElsewhere : reason, [](const Result<void> &) {});
    });
}

/// What another process has stored by signing in to the account anew: it is the tokens before that were refused.
std::optional<StoredSession> Session::signedInElsewhere(const Result<QByteArray> &entry) const
{
    if (!entry || m_account->storageError() || !m_registry.contains(m_account->record().key()))
        return std::nullopt;
    const Result<StoredSession> stored = StoredSession::fromEntry(*entry);
    const bool isNewer = stored && stored->identity.id == m_account->identity().id
                         && stored->tokens.accessToken != m_account->newestTokens().accessToken;
    return isNewer ? std::optional(*stored) : std::nullopt;
}

void Session::wake()
{
    m_revocations.wake();
    if (m_account)
        m_account->wake();
}

/// Ends all that goes on for the account. What the server is about to issue is given back when it comes.
void Session::dropAccount(Remainder remainder)
{
    const Provider provider = m_account->provider();
    std::unique_ptr<Renewal> renewal = m_account->takeRenewal();
    m_account.reset();
    m_entryLock.reset();
    if (!renewal)
        return;
    Renewal *left = m_leftRenewals.emplace_back(std::move(renewal)).get();
    left->abandon(this, [this, left, provider, remainder](const Result<Renewed> &renewed) {
        if (renewed && remainder == Remainder::Replaced)
            revokeReplaced(provider, renewed->tokens);
        else if (renewed)
            revoke(provider, renewed->tokens, this, [](const Result<void> &) {});
        const auto found = std::find_if(m_leftRenewals.begin(), m_leftRenewals.end(),
                                        [left](const auto &one) { return one.get() == left; });
        found->release()->deleteLater(); // It is at work still.
        m_leftRenewals.erase(found);
    });
}

/// Forgets all that there is of the account. What is in flight for it dies with it.
void Session::close(EndReason reason, Receiver<void> receiver)
{
    const AccountRecord record = m_account->record();
    dropAccount();
    m_registry.setLastEnd({reason, m_clock()});
    forget(record.key(), this, std::move(receiver));
    setState(State::SignedOut);
    Q_EMIT ended(record, reason);
}

void Session::supersedeBy(Session &newer)
{
    const bool wasRenewing = m_account->isRenewing();
    const oauth::TokenSet old = m_account->newestTokens();
    const Provider provider = m_account->provider();
    dropAccount(Remainder::Replaced);
    if (newer.m_replaced && newer.m_replaced->accessToken == old.accessToken)
        newer.m_replaced.reset();
    if (old.accessToken != newer.account()->newestTokens().accessToken)
        revokeReplaced(provider, old);
    // A renewal that was under way may have stored its tokens last.
    if (wasRenewing)
        newer.account()->storeAgain();
    setState(State::SignedOut);
}

void Session::giveBackUnstored()
{
    const AccountRecord record = m_account->record();
    revoke(m_account->provider(), m_account->newestTokens(), this, [](const Result<void> &) {});
    dropAccount();
    if (!m_registry.contains(record.key()))
        std::ignore = clearCache(record.key());
    setState(State::SignedOut);
}

void Session::forgetUnread(QObject *context, Receiver<void> receiver)
{
    const auto record = std::exchange(m_unread, std::nullopt);
    if (!record)
        return;
    m_registry.setLastEnd({EndReason::SignedOut, m_clock()});
    forget(record->key(), context, std::move(receiver));
}

/// Settings may be lost, too: only a sign-out takes the entry along.
void Session::lookElsewhere()
{
    if (!m_account || m_account->storageError() || m_registry.contains(m_account->record().key()))
        return;
    const QPointer<Account> account(m_account.get());
    m_store.read(m_account->record().key(), this, [this, account](const Result<QByteArray> &entry) {
        const bool isGone = !entry && entry.error().code == QLatin1String("entry_not_found");
        if (account && isGone && !m_registry.contains(account->record().key()))
            close(EndReason::SignedOutElsewhere, [](const Result<void> &) {});
    });
}

/// Where tokens are revoked by RFC 7009, a refresh token would take along all that its grant has led to, and a server may
/// count the newer tokens among that: only the access token is given back then.
void Session::revokeReplaced(const Provider &provider, oauth::TokenSet old)
{
    if (!provider.server.revocationEndpoint.isEmpty())
        old.refreshToken.clear();
    revoke(provider, old, this, [](const Result<void> &) {});
}

void Session::giveBack(const Provider &provider, const oauth::TokenSet &tokens, QObject *context, Receiver<void> receiver)
{
    revoke(provider, tokens, context, std::move(receiver));
}

void Session::revoke(const Provider &provider, const oauth::TokenSet &tokens, QObject *context, Receiver<void> receiver,
                     oauth::Extent extent)
{
    if (tokens.isPersonalAccessToken) {
        QMetaObject::invokeMethod(context, [receiver] { receiver({}); }, Qt::QueuedConnection);
        return;
    }
    m_revocations.add({provider.server, provider.client, tokens, extent}, context, std::move(receiver));
}

Result<void> Session::clearCache(const QString &key) const
{
    const Result<void> cleared = ResourceCache(m_paths.cacheFolderOf(key)).clear();
    if (!cleared)
        qCWarning(sessionLog) << "cached answers stay:" << cleared.error().detail;
    return cleared;
}

/// The first error counts. An entry that is not gone stays noted as stray.
void Session::forget(const QString &key, QObject *context, Receiver<void> receiver)
{
    const Result<void> unlisted = m_registry.remove(key);
    const Result<void> cleared = clearCache(key);
    m_store.remove(key, this, [=, this, context = QPointer(context)](const Result<void> &removed) {
        if (!removed)
            qCWarning(sessionLog) << "the keychain keeps the entry:" << removed.error().code;
        else if (!m_registry.contains(key))
            clearStrayMark(key);
        if (context)
            receiver(!unlisted ? unlisted : !removed ? removed : cleared);
    });
}

#include "moc_session.cpp"
