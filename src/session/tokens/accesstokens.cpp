// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/accesstokens.h"

#include "session/tokens/log.h"
#include "session/tokens/refreshschedule.h"

namespace {

QString codeOf(const std::optional<Error> &error)
{
    return error ? error->code : QString();
}

} // namespace

AccessTokens::AccessTokens(const Provider &provider, const StoredSession &session, AccountStorage &storage,
                           const SessionOptions &options)
    : m_provider(provider), m_session(session), m_storage(storage), m_options(options), m_timer(options)
{
    connect(&m_timer, &RetryTimer::due, this, [this] { refresh(this, ignore); });
    m_timer.waitUntil(refreshTimeOf(m_session.tokens));
}

AccessTokens::~AccessTokens() = default;

oauth::TokenSet AccessTokens::newest() const
{
    return unsaved().value_or(m_session.tokens);
}

std::optional<oauth::TokenSet> AccessTokens::unsaved() const
{
    return m_renewal ? m_renewal->unsavedTokens() : std::nullopt;
}

void AccessTokens::fresh(QObject *context, Receiver<QString> receiver)
{
    if (isStillValid(current(), now()) && !needRefresh())
        return Answering<QString>(context, std::move(receiver)).answerLater(this, current().accessToken);
    refresh(context, [this, receiver = std::move(receiver)](const Result<void> &result) {
        const bool isValid = isStillValid(current(), now());
        if (!isValid && !current().isRefreshable())
            end(EndReason::Expired);
        receiver(result || isValid ? Result<QString>(current().accessToken) : Result<QString>(result.error()));
    });
}

/// While the server asks for the person, a valid token is used up.
bool AccessTokens::needRefresh() const
{
    const bool isPaused = m_renewalObstacle && isStillValid(current(), now());
    return isDueForRefresh(current(), now()) && !isPaused;
}

void AccessTokens::refresh(QObject *context, Receiver<void> receiver)
{
    if (!current().isRefreshable())
        return Answering<void>(context, std::move(receiver))
            .answerLater(this, Error{Error::Kind::Denied, QStringLiteral("not_refreshable")});
    m_waiting.emplace_back(context, std::move(receiver));
    if (m_renewal)
        return;
    m_timer.stop();
    m_renewal = std::make_unique<Renewal>(m_provider, m_session, !m_storageError, m_storage, m_options);
    if (m_refusedToken == current().accessToken)
        m_renewal->noteAccessRefused();
    connect(m_renewal.get(), &Renewal::ended, this, &AccessTokens::ended);
    m_renewal->start(this, [this](const Result<Renewed> &renewed) { use(renewed); });
}

void AccessTokens::use(const Result<Renewed> &renewed)
{
    m_renewal.release()->deleteLater(); // It is on the stack.
    if (!renewed) {
        const QPointer<AccessTokens> self(this); // A receiver of its signal may end the session.
        waitAfter(renewed.error());
        return self ? answerWaiting(renewed.error()) : void();
    }
    m_session.tokens = renewed->tokens;
    m_timer.waitUntil(timedRefreshOf(m_session.tokens, m_options.refreshPause));
    qCInfo(tokensLog) << "refreshed; next at" << m_timer.dueAt();
    // A receiver of these signals may end the session, and with it this object.
    const QPointer<AccessTokens> self(this);
    setStorageError(renewed->storageError);
    if (self)
        setRenewalObstacle(std::nullopt);
    if (self)
        Q_EMIT refreshed();
    if (self)
        answerWaiting({});
}

void AccessTokens::noteRefused(const QString &accessToken)
{
    m_refusedToken = accessToken;
    if (m_renewal && accessToken == current().accessToken)
        m_renewal->noteAccessRefused();
}

/// A server that asks for the person gives the same answer until they have come, so it is asked once more when the access token
/// expires.
void AccessTokens::waitAfter(const Error &error)
{
    const bool isObstacle = oauth::needsPerson(error);
    if (isObstacle)
        m_timer.waitUntil(current().expiresAt);
    else
        m_timer.retryLater(error.retryAfter);
    if (isObstacle || error.kind == Error::Kind::Denied)
        setRenewalObstacle(isObstacle ? std::optional(error) : std::nullopt);
}

void AccessTokens::setRenewalObstacle(const std::optional<Error> &obstacle)
{
    const bool isChanged = codeOf(obstacle) != codeOf(m_renewalObstacle);
    m_renewalObstacle = obstacle;
    if (isChanged)
        Q_EMIT renewalObstacleChanged();
}

void AccessTokens::setStorageError(const std::optional<Error> &error)
{
    const bool isChanged = codeOf(error) != codeOf(m_storageError);
    m_storageError = error;
    if (isChanged)
        Q_EMIT storageErrorChanged();
}

void AccessTokens::storeAgain()
{
    m_storage.save(key(), m_session, this, [this](const Result<void> &saved) {
        if (saved)
            m_storage.registry().setUnsavedRenewal(key(), std::nullopt);
        setStorageError(saved ? std::nullopt : std::optional(saved.error()));
    });
}

void AccessTokens::answerWaiting(const Result<void> &result)
{
    // A receiver may end the session, and with it this object.
    const QPointer<AccessTokens> self(this);
    std::vector<Answering<void>> waiting = std::exchange(m_waiting, {});
    for (Answering<void> &one : waiting) {
        if (self)
            one.answerNow(result);
    }
}

std::unique_ptr<Renewal> AccessTokens::takeAskingRenewal()
{
    if (!m_renewal || !m_renewal->isAsking())
        return nullptr;
    m_renewal->disconnect(this);
    return std::move(m_renewal);
}

#include "moc_accesstokens.cpp"
