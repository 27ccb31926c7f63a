// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/renewal.h"

#include "session/tokens/log.h"
#include "session/tokens/refreshschedule.h"

#include <QTimer>

namespace {

/// Longer than another process needs: a request's total time limit, and a slow keychain.
constexpr std::chrono::seconds patienceWithOthers(45);

/// Refusals whose cause is not known that count as the server's last word.
constexpr int mostUnexplainedRefusals = 3;

/// Longer than it takes to replace the front end of a server.
constexpr qint64 longRefusal = 10 * 60;

} // namespace

Renewal::Renewal(const Provider &provider, const StoredSession &session, bool isStored, AccountStorage &storage,
                 const SessionOptions &options)
    : m_provider(provider),
      m_session(session),
      m_isStored(isStored),
      m_storage(storage),
      m_options(options),
      m_lock(storage.refreshLock(key()))
{}

Renewal::~Renewal() = default;

void Renewal::start(QObject *context, Receiver<Renewed> receiver)
{
    m_answering = {context, std::move(receiver)};
    m_lock->acquire(patienceWithOthers, [this](FileLock::Outcome outcome) {
        // Without any lock, refreshing is better than not refreshing.
        if (outcome == FileLock::Outcome::HeldByOther)
            return finish(Error{Error::Kind::Unreachable, QStringLiteral("busy")});
        m_storage.load(key(), this, [this](const Result<StoredSession> &loaded) { useLoaded(loaded); });
    });
}

void Renewal::abandon(QObject *context, Receiver<Renewed> receiver)
{
    Q_ASSERT(m_isAsking);
    m_isAbandoned = true;
    m_answering = {context, std::move(receiver)};
}

/// An unreadable entry does not stop the renewal; a sign-out that every process can see does.
void Renewal::useLoaded(const Result<StoredSession> &loaded)
{
    if (m_isStored && isEntryMissing(loaded) && !registry().contains(key()))
        return finishEnded(EndReason::SignedOutElsewhere);
    const bool isOurs = loaded && loaded->identity.id == m_session.identity.id;
    if (isOurs)
        m_session.identity = loaded->identity; // It may have another login by now.
    if (isOurs && isRenewedBy(loaded->tokens)) {
        qCInfo(tokensLog) << "another process has renewed the tokens";
        m_session.tokens = loaded->tokens;
        m_isAccessRefused = false;
        if (!isDueForRefresh(m_session.tokens, m_options.clock()))
            return finish(Renewed{m_session.tokens, std::nullopt});
    }
    askServer();
}

/// The stored tokens win regardless of timestamps, unless our last write failed.
bool Renewal::isRenewedBy(const oauth::TokenSet &stored) const
{
    if (stored.accessToken == m_session.tokens.accessToken)
        return false;
    return m_isStored || stored.obtainedAt > m_session.tokens.obtainedAt;
}

void Renewal::askServer()
{
    m_unsaved = registry().unsavedRenewal(key());
    if (m_isStored && !m_unsaved)
        registry().setUnsavedRenewal(key(), UnsavedRenewal::Interrupted);
    m_isAsking = true;
    m_refresh = std::make_unique<oauth::Refresh>(m_provider.server, m_provider.client, m_session.tokens, m_options.limits);
    m_refresh->start(this, [this](const Result<oauth::TokenSet> &tokens) { useAnswer(tokens); });
}

void Renewal::useAnswer(const Result<oauth::TokenSet> &tokens)
{
    m_isAsking = false;
    if (m_isAbandoned)
        return finish(tokens ? Result<Renewed>(Renewed{*tokens, std::nullopt}) : Result<Renewed>(tokens.error()));
    if (tokens) {
        registry().clearRefusedRenewals(key());
        m_unsavedTokens = *tokens;
        return m_isStored && !registry().contains(key()) ? storeUnlessSignedOut() : store();
    }
    noteUnspent(tokens.error());
    useError(tokens.error());
}

/// If the answer was lost on its way, the refresh token may be spent. What an earlier renewal has left stays.
void Renewal::noteUnspent(const Error &error)
{
    if (!m_unsaved && oauth::isUnspent(error))
        registry().setUnsavedRenewal(key(), std::nullopt);
    else if (!m_unsaved && m_isStored)
        registry().setUnsavedRenewal(key(), UnsavedRenewal::AnswerLost);
}

bool Renewal::isAccessOver() const
{
    return m_isAccessRefused || !isStillValid(m_session.tokens, m_options.clock());
}

void Renewal::useError(const Error &error)
{
    if (oauth::endsSession(error))
        return finishEnded(oauth::isOwnRefusal(error) ? EndReason::IdTokenRefused : refusalReason());
    if (isAccessOver() && oauth::needsPerson(error))
        return finishEnded(EndReason::InteractionRequired);
    if (isAccessOver() && oauth::isUnexplained(error))
        return askAgain();
    if (isAccessOver() && oauth::isStatusAlone(error) && isRefusedForLong())
        return finishEnded(EndReason::RefreshUnexplained);
    finish(error);
}

/// Counted across processes: a command in a terminal asks once.
bool Renewal::isRefusedForLong()
{
    const QDateTime now = m_options.clock();
    const auto refused = registry().noteRefusedRenewal(key(), now);
    return refused.count >= mostUnexplainedRefusals && refused.since.secsTo(now) >= longRefusal;
}

void Renewal::askAgain()
{
    m_unexplainedRefusals += 1;
    if (m_unexplainedRefusals == mostUnexplainedRefusals)
        return finishEnded(EndReason::RefreshUnexplained);
    QTimer::singleShot(m_options.refusalPause * m_unexplainedRefusals, this, &Renewal::askServer);
}

/// Another process may have signed the account out in the meantime.
void Renewal::storeUnlessSignedOut()
{
    m_storage.isSignedOutElsewhere(key(), this, [this](bool isSignedOut) {
        if (isSignedOut)
            finishEnded(EndReason::SignedOutElsewhere);
        else
            store();
    });
}

EndReason Renewal::refusalReason() const
{
    const QDateTime &expiry = m_session.tokens.refreshExpiresAt;
    if (expiry.isValid() && m_options.clock() >= expiry)
        return EndReason::RefreshExpired;
    if (!m_unsaved)
        return EndReason::RefreshRefused;
    switch (*m_unsaved) {
    case UnsavedRenewal::Interrupted: break;
    case UnsavedRenewal::AnswerLost: return EndReason::RefreshLost;
    case UnsavedRenewal::NotStored: return EndReason::RefreshNotStored;
    }
    return EndReason::RefreshUnsaved;
}

void Renewal::store()
{
    m_session.tokens = *m_unsavedTokens;
    m_storage.save(key(), m_session, this, [this](const Result<void> &saved) {
        m_unsavedTokens.reset();
        if (saved)
            registry().setUnsavedRenewal(key(), std::nullopt);
        else if (m_isStored)
            registry().setUnsavedRenewal(key(), UnsavedRenewal::NotStored);
        finish(Renewed{m_session.tokens, saved ? std::nullopt : std::optional(saved.error())});
    });
}

void Renewal::finish(const Result<Renewed> &result)
{
    m_lock->release();
    m_answering.answerNow(result);
}

void Renewal::finishEnded(EndReason reason)
{
    m_lock->release();
    Q_EMIT ended(reason);
}

#include "moc_renewal.cpp"
