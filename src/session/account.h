// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "provider/provider.h"
#include "session/storage/accountregistry.h"
#include "session/storage/paths.h"
#include "session/resource/ratelimits.h"
#include "session/tokens/refreshtimer.h"
#include "session/tokens/renewal.h"
#include "session/storage/resourcecache.h"
#include "session/storage/storedsession.h"
#include "session/storage/tokenstore.h"

#include <memory>

class ResourceRequest;

/// A value from a resource server, and when it was current.
template<typename T>
struct Dated
{
    T value;
    QDateTime at; ///< UTC.
};

/// A signed-in account: asks protected resources in the person's name, and keeps the tokens for that fresh. Only Session
/// makes one, so who has one is past the gate. All that goes on for the account is its child and ends with it: no late
/// answer outlives a sign-out.
class Account : public QObject
{
    Q_OBJECT

public:
    ~Account() override;

    const Identity &identity() const { return m_session.identity; }
    const Provider &provider() const { return m_provider; }
    AccountRecord record() const;

    QStringList scopes() const { return m_session.tokens.scopes; }
    /// What of these has not been granted.
    QStringList missingScopes(const QStringList &asked) const;

    QDateTime expiresAt() const { return m_session.tokens.expiresAt; }
    QDateTime refreshedAt() const { return m_session.tokens.obtainedAt; }
    bool isRefreshable() const { return m_session.tokens.isRefreshable(); }

    /// Why the sign-in will be forgotten when the application quits; nothing where it will not.
    const std::optional<Error> &storageError() const { return m_storageError; }

    /// Where the tokens are, in the store's own words.
    QString storeName() const { return m_store.name(); }

    /// How many organizations leave nothing of theirs in the answers, as the person has not signed in to them (SAML).
    int organizationsLeftOut() const { return m_organizationsLeftOut; }

    /// What the server last said of how much it may be asked; empty before the first answer.
    const RateLimits &rateLimits() const { return m_rateLimits; }

    /// How much room the answers take that are kept of it, in bytes.
    qint64 cacheSize() const { return m_cache.size(); }

    /// Asks for a resource; a request with a body is posted. The receiver is called at most once, never from inside this
    /// call, and not after `context` or this account is gone. A token that is about to expire is refreshed first; a 401
    /// leads to one refresh and one retry. Denied "http_404" and the like where the server refuses; Unreachable
    /// "rate_limited" where it wants to be left alone for a while, also before its limit is used up.
    template<typename Request>
    void get(const Request &request, QObject *context, Receiver<typename Request::Value> receiver)
    {
        const auto value = std::make_shared<std::optional<Result<typename Request::Value>>>();
        const auto readOnce = [read = request.read, value](const http::Answer &answer) {
            *value = read(answer);
            return bool(**value);
        };
        fetch(request.request, request.method, request.body, readOnce, context, [value, receiver](const Result<http::Answer> &answer) {
            receiver(answer ? **value : Result<typename Request::Value>(answer.error()));
        });
    }

    /// Changes something, by a request with a method for that: like get(), but nothing comes from the cache or goes there.
    template<typename Request>
    void change(const Request &request, QObject *context, Receiver<typename Request::Value> receiver)
    {
        get(request, context, std::move(receiver));
    }

    /// What get() answered last, also in an earlier run; nothing where it was never asked.
    template<typename Request>
    std::optional<Dated<typename Request::Value>> cached(const Request &request) const
    {
        const std::optional<CachedAnswer> answer = m_cache.find(cacheKey(request.request.url(), request.body));
        if (!answer)
            return std::nullopt;
        const Result<typename Request::Value> value = request.read({.status = 200, .body = answer->body});
        if (!value)
            return std::nullopt;
        return Dated<typename Request::Value>{*value, answer->fetchedAt};
    }

    /// Answers with an access token that is valid now, for another program of the person such as Git: refreshed first
    /// where it is about to expire. Errors are those of refresh(), once it has expired.
    void accessToken(QObject *context, Receiver<QString> receiver);

    /// Refreshes the tokens now, or joins the refresh that is under way. Denied "not_refreshable" where there is no refresh
    /// token.
    void refresh(QObject *context, Receiver<void> receiver);

    /// The machine has woken up, or the network is back: timers that stood still look at the clock, and what waited for
    /// another try is tried now.
    void wake();

    /// Tries once more to store what the store has refused; storageErrorChanged() tells of success.
    void storeAgain();

Q_SIGNALS:
    /// New tokens are stored and in use.
    void refreshed();

    /// Now is a good time to ask again for what could not be had.
    void awoke();

    void storageErrorChanged();
    void organizationsLeftOutChanged();

    /// The server has ended the session, with a reason. This object is about to go.
    void ended(EndReason reason);

private:
    friend class ResourceRequest;
    friend class Session;

    Account(const Provider &provider, const StoredSession &session, TokenStore &store, AccountRegistry &registry,
            const Paths &paths, Clock clock, const http::AnswerLimits &limits,
            std::shared_ptr<http::StrictAccessManager> network);

    struct Waiting
    {
        QPointer<QObject> context;
        Receiver<void> receiver;
    };

    /// A question that is posted is told from others by its body too.
    static QUrl cacheKey(const QUrl &url, const QByteArray &body);

    void fetch(const QNetworkRequest &request, const QByteArray &method, const QByteArray &body,
               std::function<bool(const http::Answer &)> read, QObject *context, Receiver<http::Answer> receiver);
    bool mayCarryToken(const QUrl &url) const;
    void useRenewed(const Result<Renewed> &renewed);
    void answerWaiting(const Result<void> &result);
    void setStorageError(const std::optional<Error> &error);
    void noteOrganizationsLeftOut(int count);

    bool isRenewing() const { return bool(m_renewal); }

    /// The renewal under way if the server is being asked. Its tokens are to be given back when this object is about to go.
    std::unique_ptr<Renewal> takeRenewal();

    /// Tokens that a renewal has brought and nobody has stored.
    std::optional<oauth::TokenSet> unsavedTokens() const;

    /// What there is to revoke.
    oauth::TokenSet newestTokens() const;

    const Provider m_provider;
    TokenStore &m_store;
    const Clock m_clock;
    const http::AnswerLimits m_limits;
    AccountRegistry &m_registry;
    const QString m_lockFile;
    StoredSession m_session;
    std::optional<Error> m_storageError;
    RateLimits m_rateLimits;
    int m_organizationsLeftOut = 0;
    const ResourceCache m_cache;
    const std::shared_ptr<http::StrictAccessManager> m_network; ///< With the connections of the sign-in.
    RefreshTimer m_refreshTimer;
    std::unique_ptr<Renewal> m_renewal;
    QList<Waiting> m_waiting;
};
