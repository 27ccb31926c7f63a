// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/account.h"

#include "http/endpoint.h"
#include "session/log.h"
#include "session/resourcerequest.h"

#include <QCryptographicHash>

Account::Account(const Provider &provider, const StoredSession &session, TokenStore &store, AccountRegistry &registry,
                 const Paths &paths, Clock clock, const http::AnswerLimits &limits,
                 std::shared_ptr<http::StrictAccessManager> network)
    : m_provider(provider),
      m_store(store),
      m_clock(std::move(clock)),
      m_limits(limits),
      m_registry(registry),
      m_lockFile(paths.refreshLockFileOf(accountKey(provider.id, session.identity.id))),
      m_session(session),
      m_cache(paths.cacheFolderOf(accountKey(provider.id, session.identity.id))),
      m_network(network ? std::move(network) : std::make_shared<http::StrictAccessManager>(limits)),
      m_refreshTimer(m_clock)
{
    connect(&m_refreshTimer, &RefreshTimer::due, this, [this] { refresh(this, [](const Result<void> &) {}); });
    m_refreshTimer.start(m_session.tokens);
}

Account::~Account() = default;

AccountRecord Account::record() const
{
    return {m_provider.id, m_provider.name, m_provider.host(), m_session.identity};
}

QStringList Account::missingScopes(const QStringList &asked) const
{
    QStringList missing;
    for (const QString &scope : asked) {
        if (!scopes().contains(scope))
            missing.append(scope);
    }
    return missing;
}

QUrl Account::cacheKey(const QUrl &url, const QByteArray &body)
{
    if (body.isEmpty())
        return url;
    QUrl key = url;
    key.setFragment(QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()));
    return key;
}

void Account::fetch(const QNetworkRequest &request, const QByteArray &method, const QByteArray &body,
                    std::function<bool(const http::Answer &)> read, QObject *context, Receiver<http::Answer> receiver)
{
    auto *resource = new ResourceRequest(*this, request, method, body, std::move(read), context, std::move(receiver));
    resource->start();
}

/// The token goes to the resource server and to nobody else (RFC 9700 §4.9); avatars, for one, are elsewhere.
bool Account::mayCarryToken(const QUrl &url) const
{
    if (m_provider.api == Provider::Api::Oidc)
        return http::isSameOrigin(url, m_provider.server.userinfoEndpoint);
    return http::isSameOrigin(url, m_provider.apiBaseUrl) || http::isSameOrigin(url, m_provider.graphqlUrl);
}

void Account::accessToken(QObject *context, Receiver<QString> receiver)
{
    const auto isStillValid = [this] { return !expiresAt().isValid() || m_clock() < expiresAt(); };
    if (isStillValid() && !isDueForRefresh(m_session.tokens, m_clock())) {
        const auto tell = [this, context = QPointer(context), receiver] {
            if (context)
                receiver(m_session.tokens.accessToken);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
        return;
    }
    refresh(context, [this, receiver, isStillValid](const Result<void> &result) {
        if (!isStillValid() && !isRefreshable())
            Q_EMIT ended(EndReason::Expired);
        receiver(result || isStillValid() ? Result<QString>(m_session.tokens.accessToken) : Result<QString>(result.error()));
    });
}

void Account::refresh(QObject *context, Receiver<void> receiver)
{
    m_waiting.append({context, std::move(receiver)});
    if (m_renewal)
        return;
    if (!isRefreshable()) {
        const Error error{Error::Kind::Denied, QStringLiteral("not_refreshable")};
        QMetaObject::invokeMethod(this, [this, error] { answerWaiting(error); }, Qt::QueuedConnection);
        return;
    }
    m_refreshTimer.stop();
    m_renewal = std::make_unique<Renewal>(m_provider, m_session, !m_storageError, m_store, m_registry, m_lockFile, m_clock,
                                          m_limits);
    connect(m_renewal.get(), &Renewal::ended, this, &Account::ended);
    m_renewal->start(this, [this](const Result<Renewed> &renewed) { useRenewed(renewed); });
}

void Account::useRenewed(const Result<Renewed> &renewed)
{
    m_renewal.release()->deleteLater();
    if (!renewed) {
        m_refreshTimer.retryLater(renewed.error().retryAfter);
        return answerWaiting(renewed.error());
    }
    m_session.tokens = renewed->tokens;
    m_refreshTimer.start(m_session.tokens);
    qCInfo(sessionLog) << "refreshed; next at" << m_refreshTimer.dueAt();
    // Whoever hears of it may end the session, and with it this object.
    const QPointer<Account> self(this);
    setStorageError(renewed->storageError);
    if (self)
        Q_EMIT refreshed();
    if (self)
        answerWaiting({});
}

void Account::wake()
{
    m_refreshTimer.wake();
    Q_EMIT awoke();
}

void Account::storeAgain()
{
    m_store.write(record().key(), m_session.toEntry(), this, [this](const Result<void> &result) {
        if (result)
            m_registry.setRenewalUnsaved(record().key(), false);
        setStorageError(result ? std::nullopt : std::optional(result.error()));
    });
}

void Account::answerWaiting(const Result<void> &result)
{
    // A receiver may end the session, and with it this object.
    const QPointer<Account> self(this);
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (self && one.context)
            one.receiver(result);
    }
}

void Account::setStorageError(const std::optional<Error> &error)
{
    const auto code = [](const std::optional<Error> &error) { return error ? error->code : QString(); };
    const bool isChanged = code(error) != code(m_storageError);
    m_storageError = error;
    if (isChanged)
        Q_EMIT storageErrorChanged();
}

/// An answer in which all is there says nothing of the other questions.
void Account::noteOrganizationsLeftOut(int count)
{
    if (count <= m_organizationsLeftOut)
        return;
    m_organizationsLeftOut = count;
    Q_EMIT organizationsLeftOutChanged();
}

std::unique_ptr<Renewal> Account::takeRenewal()
{
    if (!m_renewal || !m_renewal->isAsking())
        return nullptr;
    m_renewal->disconnect(this);
    return std::move(m_renewal);
}

std::optional<oauth::TokenSet> Account::unsavedTokens() const
{
    return m_renewal ? m_renewal->unsavedTokens() : std::nullopt;
}

oauth::TokenSet Account::newestTokens() const
{
    return unsavedTokens().value_or(m_session.tokens);
}

#include "moc_account.cpp"
