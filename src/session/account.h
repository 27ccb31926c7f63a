// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "session/resource/resourceclient.h"
#include "session/signinway.h"
#include "session/storage/accountstorage.h"
#include "session/tokens/accesstokens.h"

#include <memory>

/// A signed-in account: its tokens, and a client that asks the resource server with them. Code that has one is past the gate.
/// All that goes on for the account ends with it: no late answer outlives a sign-out.
class Account : public QObject
{
    Q_OBJECT

public:
    Account(const Provider &provider, const StoredSession &session, AccountStorage &storage, const SessionOptions &options,
            std::shared_ptr<http::StrictAccessManager> network);
    ~Account() override;

    /// As the server said last: the login and the name may change while the id stays.
    const Identity &identity() const { return m_tokens.identity(); }

    /// Another process has found a new login or name.
    void followIdentity(const Identity &identity);

    const Provider &provider() const { return m_provider; }
    AccountRecord record() const;

    AccessTokens &tokens() { return m_tokens; }
    const AccessTokens &tokens() const { return m_tokens; }
    ResourceClient &resources() { return m_resources; }
    const ResourceClient &resources() const { return m_resources; }

    /// A file for what the pages of this account remember. A sign-out removes it.
    QString viewFile() const;

    /// UTC, by the clock of the session.
    QDateTime now() const { return m_tokens.now(); }

    /// How the person has signed in; nothing if an older version has stored that.
    std::optional<SignInWay> way() const;

    QStringList scopes() const { return m_tokens.current().scopes; }
    /// Those of `asked` that have not been granted.
    QStringList missingScopes(const QStringList &asked) const;

    QDateTime expiresAt() const { return m_tokens.current().expiresAt; }
    QDateTime refreshedAt() const { return m_tokens.current().obtainedAt; }
    bool isRefreshable() const { return m_tokens.current().isRefreshable(); }

    /// Why the sign-in will be forgotten when the application quits; nothing if it will not.
    const std::optional<Error> &storageError() const { return m_tokens.storageError(); }

    /// The store's own name for where the tokens are, as in `status --json`.
    QString storeName() const { return m_storeName; }

    /// The machine has woken up, or the network is back: timers look at the clock, and what waits for another try is tried.
    void wake();

Q_SIGNALS:
    /// The server calls the account differently now.
    void identityChanged();

    /// Now is a good time to ask again for what failed.
    void awoke();

private:
    void readIdentity(const Identity &identity);

    const Provider m_provider;
    AccountStorage &m_storage;
    const QString m_storeName;
    AccessTokens m_tokens;
    ResourceClient m_resources;
};
