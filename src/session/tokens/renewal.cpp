// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/renewal.h"

#include "session/tokens/log.h"

namespace {

/// Longer than another process can be at it: a request's total limit, and a keychain that takes its time.
constexpr std::chrono::seconds patienceWithOthers(45);

/// True when the request cannot have reached the server.
bool hasNotArrived(const Error &error)
{
    static const QStringList codes{QStringLiteral("host_not_found"), QStringLiteral("connection_refused"),
                                   QStringLiteral("tls"), QStringLiteral("proxy")};
    return error.kind == Error::Kind::Unreachable && codes.contains(error.code);
}

} // namespace

Renewal::Renewal(const Provider &provider, const StoredSession &session, bool isStored, TokenStore &store,
                 AccountRegistry &registry, const QString &lockFile, Clock clock, const http::AnswerLimits &limits)
    : m_provider(provider),
      m_session(session),
      m_isStored(isStored),
      m_store(store),
      m_registry(registry),
      m_clock(std::move(clock)),
      m_limits(limits),
      m_lock(lockFile)
{}

Renewal::~Renewal() = default;

void Renewal::start(QObject *context, Receiver<Renewed> receiver)
{
    m_context = context;
    m_receiver = std::move(receiver);
    m_lock.acquire(patienceWithOthers, [this](bool isOurs) {
        if (isOurs)
            readStore();
        else
            finish(Error{Error::Kind::Unreachable, QStringLiteral("busy")});
    });
}

void Renewal::abandon(QObject *context, Receiver<Renewed> receiver)
{
    m_isAbandoned = true;
    m_context = context;
    m_receiver = std::move(receiver);
}

void Renewal::readStore()
{
    m_store.read(key(), this, [this](const Result<QByteArray> &entry) { useStored(entry); });
}

/// What cannot be read is no reason not to go on with what we hold: only a sign-out that all know of is.
void Renewal::useStored(const Result<QByteArray> &entry)
{
    const bool isMissing = !entry && entry.error().code == QLatin1String("entry_not_found");
    if (isMissing && m_isStored && !m_registry.contains(key()))
        return Q_EMIT ended(EndReason::SignedOutElsewhere);
    const Result<StoredSession> stored = entry ? StoredSession::fromEntry(*entry) : Result<StoredSession>(entry.error());
    if (stored && stored->identity.id == m_session.identity.id && isRenewedBy(stored->tokens)) {
        qCInfo(tokensLog) << "another process has renewed the tokens";
        m_session.tokens = stored->tokens;
        if (!isDueForRefresh(m_session.tokens, m_clock()))
            return finish(Renewed{m_session.tokens, std::nullopt});
    }
    askServer();
}

/// What the store has counts, whatever the clock says; but for a store that refused what came last.
bool Renewal::isRenewedBy(const oauth::TokenSet &stored) const
{
    if (stored.accessToken == m_session.tokens.accessToken)
        return false;
    return m_isStored || stored.obtainedAt > m_session.tokens.obtainedAt;
}

void Renewal::askServer()
{
    m_wasUnsaved = m_registry.isRenewalUnsaved(key());
    if (m_isStored)
        m_registry.setRenewalUnsaved(key(), true);
    m_isAsking = true;
    m_refresh = std::make_unique<oauth::Refresh>(m_provider.server, m_provider.client, m_session.tokens, m_limits);
    m_refresh->start(this, [this](const Result<oauth::TokenSet> &tokens) { useAnswer(tokens); });
}

void Renewal::useAnswer(const Result<oauth::TokenSet> &tokens)
{
    m_isAsking = false;
    if (m_isAbandoned)
        return finish(tokens ? Result<Renewed>(Renewed{*tokens, std::nullopt}) : Result<Renewed>(tokens.error()));
    if (tokens) {
        m_unsavedTokens = *tokens;
        return m_isStored && !m_registry.contains(key()) ? storeUnlessSignedOut() : store();
    }
    // Where an answer was lost on its way, the refresh token may be spent.
    const bool isUnspent = tokens.error().kind == Error::Kind::Denied || hasNotArrived(tokens.error());
    if (isUnspent && !m_wasUnsaved)
        m_registry.setRenewalUnsaved(key(), false);
    if (oauth::endsSession(tokens.error()))
        Q_EMIT ended(refusalReason());
    else
        finish(tokens.error());
}

/// Another process may have signed the account out meanwhile. A missing record alone may also mean lost settings.
void Renewal::storeUnlessSignedOut()
{
    m_store.read(key(), this, [this](const Result<QByteArray> &entry) {
        const bool isMissing = !entry && entry.error().code == QLatin1String("entry_not_found");
        if (isMissing && !m_registry.contains(key()))
            Q_EMIT ended(EndReason::SignedOutElsewhere);
        else
            store();
    });
}

EndReason Renewal::refusalReason() const
{
    const QDateTime &expiry = m_session.tokens.refreshExpiresAt;
    if (expiry.isValid() && m_clock() >= expiry)
        return EndReason::RefreshExpired;
    return m_wasUnsaved ? EndReason::RefreshUnsaved : EndReason::RefreshRefused;
}

void Renewal::store()
{
    m_session.tokens = *m_unsavedTokens;
    m_store.write(key(), m_session.toEntry(), this, [this](const Result<void> &result) {
        m_unsavedTokens.reset();
        if (result)
            m_registry.setRenewalUnsaved(key(), false);
        finish(Renewed{m_session.tokens, result ? std::nullopt : std::optional(result.error())});
    });
}

/// The receiver may delete this object.
void Renewal::finish(const Result<Renewed> &result)
{
    const Receiver<Renewed> receiver = std::exchange(m_receiver, nullptr);
    if (m_context && receiver)
        receiver(result);
}

#include "moc_renewal.cpp"
