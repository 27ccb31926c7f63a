// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionlist.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <tuple>

namespace {

constexpr std::chrono::milliseconds soon(100);

} // namespace

SessionList::SessionList(const Provider &provider, const ProviderCatalog &catalog, const OwnRegistrations &registrations,
                         AccountStorage &storage, const SessionOptions &options)
    : m_catalog(catalog),
      m_registrations(registrations),
      m_storage(storage),
      m_options(options),
      m_unusedTokens(storage, options),
      m_current(&make(provider)),
      m_strayEntries(catalog, registrations, storage, m_unusedTokens)
{
    connect(&m_unusedTokens, &UnusedTokens::revocationGivenUp, this, &SessionList::revocationGivenUp);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(soon);
    connect(&m_lookSoon, &QTimer::timeout, this, &SessionList::followOtherProcesses);
}

SessionList::~SessionList() = default;

Session &SessionList::make(const Provider &provider)
{
    m_sessions.push_back(std::make_unique<Session>(provider, m_storage, m_unusedTokens, m_options));
    Session &session = *m_sessions.back();
    connect(&session, &Session::stateChanged, this, [this, &session] { follow(session); });
    connect(&session, &Session::renamed, this, &SessionList::noteAccounts);
    connect(&session, &Session::ended, this, [this, &session](const AccountRecord &account, EndReason reason) {
        m_restored.remove(account.key());
        Q_EMIT ended(account, reason, session);
    });
    connect(&session, &Session::entryOverwritten, this, [this](const QString &key) {
        if (Session *owner = sessionOf(key))
            owner->account()->tokens().storeAgain();
    });
    return session;
}

Session *SessionList::sessionOf(const QString &key) const
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&](const std::unique_ptr<Session> &session) {
        return session->account() && session->account()->record().key() == key;
    });
    return found == m_sessions.end() ? nullptr : found->get();
}

const Account *SessionList::account(const QString &key) const
{
    const Session *session = sessionOf(key);
    return session ? session->account() : nullptr;
}

QList<AccountRecord> SessionList::accounts() const
{
    QList<AccountRecord> accounts;
    for (const auto &session : m_sessions) {
        if (session->account())
            accounts.append(session->account()->record());
    }
    std::sort(accounts.begin(), accounts.end(), [](const AccountRecord &left, const AccountRecord &right) {
        return std::tie(left.providerName, left.identity.login, left.identity.id)
            < std::tie(right.providerName, right.identity.login, right.identity.id);
    });
    return accounts;
}

std::optional<AccountRecord> SessionList::previous() const
{
    if (const Session *session = sessionOf(m_previousKey))
        return session->account()->record();
    const QList<AccountRecord> all = accounts();
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

void SessionList::restore()
{
    if (const auto account = m_storage.registry().lastOf(m_current->provider().id))
        m_restored.insert(account->key());
    m_current->restore();
}

void SessionList::restoreOthers()
{
    watchOthers();
    const QList<AccountRecord> all = m_storage.registry().accounts();
    for (const AccountRecord &record : all) {
        const auto opened = m_catalog.open(record.providerId);
        const auto *provider = std::get_if<Provider>(&opened);
        if (!provider || m_restored.contains(record.key()) || sessionOf(record.key()))
            continue;
        m_restored.insert(record.key());
        m_registrations.completeIfPossible(*provider, this, [this, record](const Provider &complete) {
            restoreInBackground(record, complete);
        });
    }
}

/// Watches the folder, since QFileSystemWatcher loses a file that is replaced.
void SessionList::watchOthers()
{
    const QString folder = QFileInfo(m_storage.paths().settingsFile).path();
    const bool isWatched = m_otherProcesses && !m_otherProcesses->directories().isEmpty();
    if (isWatched || !QDir().mkpath(folder))
        return;
    m_otherProcesses = std::make_unique<QFileSystemWatcher>(QStringList(folder));
    connect(m_otherProcesses.get(), &QFileSystemWatcher::directoryChanged, &m_lookSoon, qOverload<>(&QTimer::start));
}

void SessionList::followOtherProcesses()
{
    forEachSession(&Session::followOtherProcesses);
    restoreOthers();
}

bool SessionList::isBusy() const
{
    return m_unusedTokens.isBusy() || m_strayEntries.isBusy()
        || std::any_of(m_sessions.begin(), m_sessions.end(), [](const auto &session) { return session->isBusy(); });
}

void SessionList::cancelSignIns()
{
    forEachSession(&Session::cancelSignIn);
}

void SessionList::cancelUnlessStoring()
{
    forEachSession(&Session::cancelUnlessStoring);
}

void SessionList::revokeUnstored()
{
    forEachSession(&Session::revokeUnstored);
}

/// Backwards by index: a session that ends is retired, which removes it from the list.
void SessionList::forEachSession(void (Session::*call)())
{
    for (std::size_t i = m_sessions.size(); i-- > 0;)
        ((*m_sessions[i]).*call)();
}

void SessionList::resume()
{
    m_unusedTokens.resume();
    m_strayEntries.clear();
}

void SessionList::restoreInBackground(const AccountRecord &record, const Provider &provider)
{
    // The person may have signed in meanwhile, or signed out in another process.
    if (sessionOf(record.key()) || !m_storage.registry().contains(record.key()))
        return;
    Session &session = make(provider);
    auto *once = new QObject(&session);
    connect(&session, &Session::stateChanged, once, [this, once, record, &session] {
        if (session.state() == Session::State::Restoring)
            return;
        once->deleteLater();
        session.disconnect(once);
        if (session.error())
            Q_EMIT notRestored(record, *session.error(), session);
    });
    session.restoreAccount(record);
}

void SessionList::select(const QString &key)
{
    Session *session = sessionOf(key);
    if (!session || session == m_current)
        return;
    m_storage.registry().setActive(key);
    show(*session);
}

void SessionList::add(const Provider &provider)
{
    if (m_current->account())
        m_previousKey = m_current->account()->record().key();
    if (m_current->state() != Session::State::SignedOut)
        return show(make(provider));
    m_current->setProvider(provider);
    Q_EMIT currentChanged();
}

/// The session before is not current when its attempt is canceled: what that changes does not show.
void SessionList::show(Session &session)
{
    Session &before = *std::exchange(m_current, &session);
    if (&before != &session) {
        before.cancelSignIn();
        if (before.state() == Session::State::SignedOut)
            retire(before);
    }
    Q_EMIT currentChanged();
}

/// Later: the session may be on the stack, and receivers of its signals may still ask it.
void SessionList::retire(Session &session)
{
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&](const auto &one) { return one.get() == &session; });
    if (found == m_sessions.end())
        return;
    found->release()->deleteLater();
    m_sessions.erase(found);
}

void SessionList::follow(Session &session)
{
    if (session.account())
        supersedeOthers(session);
    else if (session.state() == Session::State::SignedOut && &session != m_current)
        retire(session);
    if (session.account() && &session == m_current)
        m_storage.registry().setActive(session.account()->record().key());
    if (&session == m_current)
        Q_EMIT currentChanged();
    noteAccounts();
}

/// At most one: each sign-in to an account supersedes the session before.
void SessionList::supersedeOthers(Session &newer)
{
    const QString key = newer.account()->record().key();
    const auto older = std::find_if(m_sessions.begin(), m_sessions.end(), [&](const auto &one) {
        return one.get() != &newer && one->account() && one->account()->record().key() == key;
    });
    if (older != m_sessions.end())
        (*older)->supersedeBy(newer);
}

void SessionList::noteAccounts()
{
    if (const QList<AccountRecord> all = accounts(); all != m_knownAccounts) {
        m_knownAccounts = all;
        Q_EMIT accountsChanged();
    }
}

void SessionList::wake()
{
    m_unusedTokens.wake();
    forEachSession(&Session::wake);
}

#include "moc_sessionlist.cpp"
